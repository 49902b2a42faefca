//! Bad settings and the messages that they give.

use proptest::prelude::*;

use super::*;
use crate::diag::render::{Format, render};
use crate::diag::{Diagnostic, Warned};
use crate::model::ids::{Scope, UnitId};
use crate::text::Allow;

fn brief(diagnostics: &[Diagnostic]) -> String {
    render(diagnostics, Format::Brief, false)
}

/// The brief form, with the hints beneath.
fn brief_and_hints(diagnostics: &[Diagnostic]) -> String {
    let show = |d: &Diagnostic| {
        let hints: String = d.hints.iter().map(|hint| format!("    {hint}\n")).collect();
        brief(std::slice::from_ref(d)) + &hints
    };
    diagnostics.iter().map(show).collect()
}

fn id() -> UnitId {
    "tj-a".parse().unwrap()
}

fn unit(text: &str) -> Warned<UnitConfig> {
    UnitConfig::read("unit.toml", text, &id())
}

/// What `read` says about each text.
fn golden<T>(texts: &[&str], read: impl Fn(&str) -> Warned<T>) -> String {
    let show = |text: &&str| format!("{text:?}\n{}", brief_and_hints(&read(text).diagnostics));
    texts.iter().map(show).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_full_unit_is_read_without_a_word() {
    let text = "\u{feff}name = \"天津市某局\"\r\nshort_name = '某局'\r\nformer_names = [\"旧局\"]\r\n\
        region = \"120000\"\r\nlevel = \"province\"\r\ndepartment_code = \"348\"\r\nparent = \"tj-b\"\r\n\
        scope = \"department\"\r\ntags = []\r\n";
    let Warned { value, diagnostics } = unit(text);
    assert_eq!(brief(&diagnostics), "");
    assert_eq!(value.name, "天津市某局");
    assert_eq!(value.region.map(|region| region.to_string()).as_deref(), Some("120000"));
    assert_eq!(value.scope, Some(Scope::Department));
    assert_eq!(value.former_names, ["旧局"]);
    let parent = value.parent.unwrap();
    assert_eq!((parent.value.as_str(), parent.place.line, parent.place.column), ("tj-b", 7, 10));
}

#[test]
fn bad_units() {
    let texts = [
        "",
        "nmae = \"某局\"",
        "名称 = \"某局\"",
        "name = 1",
        "name = \"  \"",
        "name = \"a\\u202eb\"",
        "name = 某局\nlevel = \"citi\"",
        "name = \"某局\"\nname = \"二\"",
        "name = \"某局",
        "name = \"某局\"\nregion = 120000",
        "name = \"某局\"\nregion = \"12\"\nlevel = \"everywhere\"\nscope = true\nparent = \"A B\"",
        "name = \"某局\"\ntags = \"a\"",
        "name = \"某局\"\ntags = [\"a\", 2]",
        "name = \"某局\"\n[[x]\n",
        "name = \"某\u{0}局\"",
        "name = \"某局\"\ndepartment_code = \"3-4\"",
        "[name]\nx = 1",
    ];
    insta::assert_snapshot!(golden(&texts, unit));
}

#[test]
fn a_unit_without_a_usable_name_is_called_by_its_id() {
    for text in ["", "name = 1", "name = \"\""] {
        assert_eq!(unit(text).value.name, "tj-a", "{text}");
    }
}

#[test]
fn a_full_site_is_read_without_a_word() {
    let text = r##"
        title = "某市预决算公开"
        base_url = "https://example.org/a"
        language = "en"
        theme = "plain-2"
        licence = "CC-BY-4.0"
        contact = "https://example.org/errors"
        [audit.levels]
        "F-05-04" = { level = "off", reason = "Layout of 2019." }
        [[redact.allow]]
        number = "(022) 1234-5678"
        reason = "Switchboard."
        [[redact.allow]]
        pattern = "022-1234????"
        reason = "Switchboard."
        [[redact.allow]]
        name = "王小明"
        reason = "Head of the unit, published as such."
        [[redact.allow]]
        address = "office@example.com"
        reason = "The unit's own address."
        [[redact.allow]]
        address = "@example.org"
        reason = "The unit's own domain."
    "##;
    let Warned { value, diagnostics } = SiteConfig::read("site.toml", text);
    assert_eq!(brief(&diagnostics), "");
    assert_eq!(value.base_url.unwrap().as_str(), "https://example.org/a/");
    assert_eq!((value.audit[0].check.value.as_str(), value.audit[0].level), ("F-05-04", AuditLevel::Off));
    let rules: Vec<_> = value.allowed.into_iter().map(|allowed| allowed.what).collect();
    let expected = [
        Allow::Number("02212345678".into()),
        Allow::Pattern("0221234????".into()),
        Allow::Name("王小明".into()),
        Allow::Address("office@example.com".into()),
        Allow::Address("@example.org".into()),
    ];
    assert_eq!(rules, expected);
}

#[test]
fn bad_sites() {
    let texts = [
        "licens = \"MIT\"",
        "language = \"zh\"",
        "base_url = \"example.org\"",
        "base_url = \"https://example.org/?a\"",
        "theme = \"../x\"",
        "[audit]\nlevel = 1",
        "[audit.levels]\n\"F-05-04\" = \"off\"\n\"F-05-05\" = { level = \"of\" }",
        "[redact.allow]\nnumber = \"02212345678\"",
        "[[redact.allow]]\nreason = \"x\"\n[[redact.allow]]\nnumber = \"12345\"\npattern = \"1234?5\"\nreason = \"x\"",
        "[[redact.allow]]\nname = \"张\"\nreason = \"x\"\n[[redact.allow]]\naddress = \"@x\"\nreason = \"x\"\n[[redact.allow]]\nname = \"王小明\"\naddress = \"a@example.com\"\nreason = \"x\"",
        "[[redact.allow]]\nnumber = \"all\"\nreason = \"x\"\n[[redact.allow]]\npattern = \"????????\"\nreason = \"x\"",
    ];
    insta::assert_snapshot!(golden(&texts, |text| SiteConfig::read("site.toml", text)));
}

#[test]
fn an_absent_site_file_is_noted() {
    let Warned { value, diagnostics } = SiteConfig::absent();
    assert_eq!(value, SiteConfig::read("site.toml", "").value);
    insta::assert_snapshot!(brief(&diagnostics));
}

#[test]
fn a_full_disclosure_is_read_without_a_word() {
    let text = r##"
        text = "abridged"
        source_url = "https://example.org/1.pdf"
        published_on = 2025-09-01
        original_sha256 = "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef"

        [[correction]]
        figure = "general-budget.合计.total"
        printed = "20.00"
        should_be = "10.00"
        reason = "Twice the sum of its rows."
        in_sums = true

        [[correction]]
        line = 241
        cell = 3
        printed = ""
        should_be = "1"
        reason = "Blank."

        [[response]]
        check = "F-05-04"
        line = 241
        kind = "conversion-error"
        text = "See the original."
        date = 2026-01-31

        [[response]]
        finding = "f-05-04-0a1b2c3d"
        kind = "confirmed"
        text = "Yes."
    "##;
    let Warned { value, diagnostics } = DisclosureConfig::read("2024-final.toml", text);
    assert_eq!(brief(&diagnostics), "");
    assert_eq!(value.text, TextKind::Abridged);
    assert!(value.original_sha256.unwrap().starts_with("0123456789abcdef"));
    assert_eq!(value.corrections[0].target, CorrectionTarget::Figure("general-budget.合计.total".into()));
    assert_eq!(value.corrections[1].target, CorrectionTarget::Line { line: 241, cell: Some(3) });
    assert_eq!((value.corrections[1].place.line, value.corrections[1].place.column), (14, 9));
    assert_eq!(value.responses[0].kind, ResponseKind::ConversionError);
    assert_eq!(value.responses[1].target, ResponseTarget::Finding("f-05-04-0a1b2c3d".into()));
}

#[test]
fn bad_disclosures() {
    let texts = [
        "published_on = 2024-02-30",
        "published_on = \"2024-02-03\"",
        "published_on = 2024-02-03T10:00:00Z\napproved_on = 2024-9-1",
        "source_url = \"javascript:alert(1)\"",
        "original_sha256 = \"abc\"",
        "text = \"short\"",
        "[correction]\nline = 1",
        "[[correction]]\nprinted = 1.50\nshould_be = \"2\"\nreason = \"x\"",
        "[[correction]]\nline = 0\nfigure = \"a.b.c\"\nreason = \"\"",
        "[[correction]]\nline = 1_0\ncell = -1\nprinted = \"1\"\nshould_be = \"2\"\nreasn = \"x\"",
        "[[correction]]\nfigure = \"a/2024/final#a.b.c\"\nprinted = \"1\"\nshould_be = \"2\"\nreason = \"x\"",
        "[[response]]\ncheck = \"F-05-04\"\nkind = \"explain\"\ntext = \"x\"",
        "[[response]]\nfinding = \"F-05-04\"\nkind = \"confirmed\"\ntext = \"x\"\ndate = 2024",
        "response = 1",
        "line = 99999999999999999999999",
    ];
    insta::assert_snapshot!(golden(&texts, |text| DisclosureConfig::read("2024-final.toml", text)));
}

#[test]
fn bad_entries_are_left_out_and_good_ones_kept() {
    let text = "[[correction]]\nline = 1\n[[correction]]\nline = 2\nprinted = \"1\"\nshould_be = \"2\"\nreason = \"x\"";
    let Warned { value, diagnostics } = DisclosureConfig::read("2024-final.toml", text);
    assert_eq!(value.corrections.len(), 1);
    assert_eq!(diagnostics.len(), 3);
}

#[test]
fn regions() {
    let good = Regions::read("regions.toml", "120000 = \"天津市\"\n371121 = \"五莲县\"");
    assert_eq!((good.value.0.len(), good.diagnostics.len()), (2, 0));
    let texts = ["12 = \"天津市\"", "120000 = 1", "[120000]\nname = \"天津市\""];
    insta::assert_snapshot!(golden(&texts, |text| Regions::read("regions.toml", text)));
}

#[test]
fn good_topics_are_read_and_their_words_folded() {
    let text = "[[topic]]\nid = \"seals\"\nname = \"刻章\"\nwords = [\"刻 章（免费）\"]\nexcept = [\"刻章机\"]\nmeasures = [\"套\"]";
    let Warned { value, diagnostics } = topics("topics.toml", text);
    assert_eq!(brief(&diagnostics), "");
    let [topic] = value.as_slice() else { panic!("{value:?}") };
    assert_eq!((topic.id.as_str(), topic.words.as_slice()), ("seals", ["刻章免费".to_owned()].as_slice()));
    assert!(topic.holds("新办企业刻章免费") && !topic.holds("刻章免费刻章机") && !topic.holds("刻章"));
}

/// What is missing or wrong is named with its place, and the other topics are kept.
#[test]
fn bad_topics() {
    let texts = [
        "[[topic]]\nname = \"刻章\"\nwords = [\"刻章\"]",
        "[[topic]]\nid = \"Seals 1\"\nname = \"刻章\"\nwords = [\"刻章\"]",
        "[[topic]]\nid = \"seals\"\nname = \"刻章\"\nwords = [\"、\"]",
        "[[topic]]\nid = \"a\"\nname = \"甲\"\nwords = [\"甲\"]\n[[topic]]\nid = \"a\"\nname = \"乙\"\nwords = [\"乙\"]",
        "[topic]\nid = \"seals\"",
        "[[topic]]\nid = \"seals\"\nname = \"刻章\"\nword = [\"刻章\"]",
    ];
    insta::assert_snapshot!(golden(&texts, |text| {
        let Warned { value, diagnostics } = topics("topics.toml", text);
        Warned { value, diagnostics }
    }));
    assert_eq!(topics("topics.toml", texts[3]).value.len(), 1);
}

#[test]
fn the_full_form_shows_the_key() {
    let said = unit("name = \"某局\"\nregoin = \"120000\"\n").diagnostics;
    insta::assert_snapshot!(render(&said, Format::Full, false));
}

proptest! {
    /// Whatever is written, something is read, and every place lies in the text.
    #[test]
    fn reading_never_fails(text in "([a-z_]{1,8}( = |\\.)|\"|'|\\[|\\]|\\{|\\}|\n|\r|#|2024-01-01|名|\u{feff}|\u{0}|[0-9]{1,3}|,){0,30}") {
        let lines = text.split('\n').count() as u32;
        let said = [
            unit(&text).diagnostics,
            SiteConfig::read("site.toml", &text).diagnostics,
            DisclosureConfig::read("2024-final.toml", &text).diagnostics,
            Regions::read("regions.toml", &text).diagnostics,
            topics("topics.toml", &text).diagnostics,
        ];
        for diagnostic in said.iter().flatten() {
            prop_assert!(diagnostic.place.as_ref().is_some_and(|place| place.line <= lines));
        }
        render(&said.concat(), Format::Full, false);
    }
}
