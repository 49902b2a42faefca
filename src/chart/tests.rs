//! What the charts look like, and that their geometry is true.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::scale::Scale;
use super::*;

fn row(label: &str, value: &str, emphasis: bool) -> Row {
    Row { label: label.into(), value: value.parse().unwrap(), printed: value.into(), emphasis }
}

fn chart(rows: Vec<Row>) -> String {
    let (id, title, description) = ("c1".into(), "Title".into(), "Description.".into());
    let svg = bars(&BarChart { id, title, description, rows });
    svg.replace("><", ">\n<")
}

/// The values of an attribute of the elements of one name, in order.
fn attributes(svg: &str, element: &str, name: &str) -> Vec<String> {
    let start = format!("<{element} ");
    let value = |line: &str| Some(line.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.to_owned());
    svg.lines().filter(|line| line.starts_with(&start)).filter_map(value).collect()
}

#[test]
fn a_bar_chart_has_label_and_amount_above_each_bar_and_the_largest_fills_the_width() {
    let rows = vec![row("全年预算", "9.60", false), row("决算", "4.80", true)];
    assert_snapshot!(chart(rows), @r#"
    <svg width="100%" height="72" role="img" aria-labelledby="c1t c1d">
    <title id="c1t">Title</title>
    <desc id="c1d">Description.</desc>
    <text x="0" y="13">全年预算</text>
    <text class="e b" x="100%" y="13">9.60</text>
    <rect class="c2" x="0" y="20" width="100.00%" height="9"/>
    <line class="ax" x1=".5" x2=".5" y1="17" y2="32"/>
    <text x="0" y="51">决算</text>
    <text class="e b" x="100%" y="51">4.80</text>
    <rect class="c1" x="0" y="58" width="50.00%" height="9"/>
    <line class="ax" x1=".5" x2=".5" y1="55" y2="70"/>
    </svg>
    "#);
}

#[test]
fn dots_stand_on_one_scale_and_planned_ones_are_hollow() {
    let dot = |label: &str, value: &str, planned| Dot {
        label: label.into(),
        value: value.parse().unwrap(),
        printed: format!("{value} / 套"),
        planned,
    };
    let (id, title, description) = ("c1".into(), "Title".into(), "Description.".into());
    let dots = vec![dot("甲局 2024 预算", "30", true), dot("乙局 2024 决算", "120", false)];
    let svg = super::dots(&DotChart { id, title, description, dots }).replace("><", ">\n<");
    assert_snapshot!(svg);
    assert_eq!(attributes(&svg, "circle", "class"), ["hollow", "c1"]);
    assert_eq!(attributes(&svg, "circle", "cx"), ["25.00%", "98%"]);
    assert_eq!(super::dots(&DotChart::default()), "");
}

#[test]
fn negative_amounts_go_left_from_a_zero_line_that_all_rows_share() {
    let rows = vec![row("增加", "30", false), row("减少", "-10", true), row("不变", "0", false)];
    assert_snapshot!(chart(rows), @r#"
    <svg width="100%" height="110" role="img" aria-labelledby="c1t c1d">
    <title id="c1t">Title</title>
    <desc id="c1d">Description.</desc>
    <text x="0" y="13">增加</text>
    <text class="e b" x="100%" y="13">30</text>
    <rect class="c2" x="25.00%" y="20" width="75.00%" height="9"/>
    <line class="ax" x1="25.00%" x2="25.00%" y1="17" y2="32"/>
    <text x="0" y="51">减少</text>
    <text class="e b" x="100%" y="51">-10</text>
    <rect class="c1" x="0" y="58" width="25.00%" height="9"/>
    <line class="ax" x1="25.00%" x2="25.00%" y1="55" y2="70"/>
    <text x="0" y="89">不变</text>
    <text class="e b" x="100%" y="89">0</text>
    <rect class="c2" x="25.00%" y="96" width="0.00%" height="9"/>
    <line class="ax" x1="25.00%" x2="25.00%" y1="93" y2="108"/>
    </svg>
    "#);
}

#[test]
fn a_grouped_chart_names_each_group_and_each_of_its_bars_on_one_scale() {
    let group = |label: &str, rows| Group { label: label.into(), rows };
    let groups = vec![
        group("公务接待费", vec![row("预算", "2", false), row("决算", "1.5", true)]),
        group("no bars", vec![]),
        group("公务用车运行维护费", vec![row("预算", "4", false), row("决算", "3", true)]),
    ];
    let (id, title, description) = ("g".into(), "Title".into(), "Description.".into());
    let svg = grouped(&GroupedChart { id, title, description, groups });
    assert_snapshot!(svg.replace("><", ">\n<"), @r#"
    <svg width="100%" height="178" role="img" aria-labelledby="gt gd">
    <title id="gt">Title</title>
    <desc id="gd">Description.</desc>
    <text class="b" x="0" y="13">公务接待费</text>
    <text class="t2" x="0" y="34">预算</text>
    <text class="e b" x="100%" y="34">2</text>
    <rect class="c2" x="0" y="39" width="50.00%" height="8"/>
    <line class="ax" x1=".5" x2=".5" y1="37" y2="49"/>
    <text class="t2" x="0" y="66">决算</text>
    <text class="e b" x="100%" y="66">1.5</text>
    <rect class="c1" x="0" y="71" width="37.50%" height="8"/>
    <line class="ax" x1=".5" x2=".5" y1="69" y2="81"/>
    <text class="b" x="0" y="109">公务用车运行维护费</text>
    <text class="t2" x="0" y="130">预算</text>
    <text class="e b" x="100%" y="130">4</text>
    <rect class="c2" x="0" y="135" width="100.00%" height="8"/>
    <line class="ax" x1=".5" x2=".5" y1="133" y2="145"/>
    <text class="t2" x="0" y="162">决算</text>
    <text class="e b" x="100%" y="162">3</text>
    <rect class="c1" x="0" y="167" width="75.00%" height="8"/>
    <line class="ax" x1=".5" x2=".5" y1="165" y2="177"/>
    </svg>
    "#);
}

#[test]
fn a_share_is_drawn_between_nothing_and_all() {
    let cases = [("1", "3", "33.33%"), ("2", "2", "100.00%"), ("0", "5", "0.00%"), ("-1", "5", "0.00%")];
    let odd = [("7", "5", "100.00%"), ("1", "0", "0.00%"), ("1", "-5", "0.00%")];
    for (part, whole, width) in cases.into_iter().chain(odd) {
        let svg = share(part.parse().unwrap(), whole.parse().unwrap());
        assert_eq!(attributes(&svg.replace("><", ">\n<"), "rect", "width"), [width], "{part} of {whole}");
    }
}

#[test]
fn nothing_to_show_draws_nothing_and_zeros_draw_bars_without_length() {
    assert_eq!(chart(vec![]), "");
    assert_eq!(grouped(&GroupedChart::default()), "");
    let zeros = chart(vec![row("a", "0", true), row("b", "0.00", false), row("c", "-0", false)]);
    assert_eq!(attributes(&zeros, "rect", "width"), ["0.00%"; 3]);
    assert_eq!(attributes(&zeros, "line", "x1"), [".5"; 3]);
}

#[test]
fn amounts_at_the_limits_of_the_decimal_do_not_overflow() {
    let rows =
        |a: &str, b: &str| attributes(&chart(vec![row("a", a, false), row("b", b, false)]), "rect", "width");
    let max = Decimal::MAX.to_string();
    let min = Decimal::MIN.to_string();
    let least = "0.0000000000000000000000000001";
    assert_eq!(rows(&max, &min), ["50.00%", "50.00%"]);
    assert_eq!(rows(&max, least), ["100.00%", "0.00%"]);
    assert_eq!(rows(least, least), ["100.00%", "100.00%"]);
}

#[test]
fn text_is_shown_as_it_is_and_never_becomes_markup() {
    let payload = "</text><script>alert('1')</script>&\"\u{0}";
    let svg = bars(&BarChart {
        id: "\"><i".into(),
        title: payload.into(),
        description: payload.into(),
        rows: vec![Row {
            label: payload.into(),
            value: Decimal::ONE,
            printed: payload.into(),
            emphasis: true,
        }],
    });
    assert!(!svg.contains("<script") && !svg.contains("<i") && !svg.contains('\0'), "{svg}");
    assert_eq!(svg.matches("&lt;script&gt;").count(), 4);
    assert!(svg.contains(r#"aria-labelledby="&quot;&gt;&lt;it &quot;&gt;&lt;id""#), "{svg}");
}

#[test]
fn long_labels_are_broken_so_that_they_fit_a_narrow_screen() {
    let cases: [(&str, &str, &[&str]); 6] = [
        ("短", "1.00", &["短"]),
        ("", "1.00", &[""]),
        ("一二三四五六七八九十一二三四五六七", "1,234.56", &["一二三四五六七八九十一二三四五六七", ""]),
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四五",
            "1.00",
            &["一二三四五六七八九十一二三四五六七八九十一二", "三四五"],
        ),
        (
            "一二三四五六七八九十一二三四五六七八九十 2024 年",
            "",
            &["一二三四五六七八九十一二三四五六七八九十", "2024 年"],
        ),
        (
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
            "",
            &["abcdefghijklmnopqrstuvwxyzabcdefghij", "klmnopqrstuvwxyz"],
        ),
    ];
    for (label, printed, lines) in cases {
        assert_eq!(label::wrap(label, printed), lines, "{label}");
    }
    let svg = chart(vec![row(&"长".repeat(30), "1", true), row("短", "1", true)]);
    assert_eq!(attributes(&svg, "rect", "y"), ["38", "76"], "the bar stands below both lines");
    assert_eq!(attributes(&svg, "svg", "height"), ["90"]);
}

fn amount() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..8_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

proptest! {
    #[test]
    fn bars_start_at_zero_stay_inside_and_keep_the_order_of_the_amounts(
        values in proptest::collection::vec(amount(), 1..20),
    ) {
        let scale = Scale::of(values.iter().copied());
        let zero = scale.zero();
        for value in &values {
            let (x, width) = scale.extent(*value);
            prop_assert!(x >= Decimal::ZERO && x + width <= Decimal::ONE_HUNDRED);
            prop_assert_eq!(if value.is_sign_negative() { x + width } else { x }, zero);
        }
        let widest = values.iter().max_by_key(|value| value.abs()).unwrap();
        for value in &values {
            let tolerance = Decimal::new(1, 2);
            prop_assert!(scale.extent(*value).1 <= scale.extent(*widest).1 + tolerance);
        }
        if values.iter().all(|value| !value.is_sign_negative()) && !widest.is_zero() {
            prop_assert_eq!(scale.extent(*widest).1, Decimal::ONE_HUNDRED);
        }
    }

    #[test]
    fn a_broken_label_loses_nothing(label in "[a-z0-9（）一二三四 ]{0,120}") {
        let squeeze = |text: &str| text.replace(' ', "");
        prop_assert_eq!(squeeze(&label::wrap(&label, "1,234.00").concat()), squeeze(&label));
    }
}
