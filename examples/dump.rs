//! dev dump
use gongkai::{model::*, read::*, registry::Registry, text::*};
fn main() {
    for arg in std::env::args().skip(1) {
        let bytes = std::fs::read(&arg).unwrap();
        let stage = if arg.contains("002") || arg.contains("budget") { Stage::Budget } else { Stage::Final };
        let src = SourceText::new(&bytes, &Redactor::default());
        let out = read(
            &src,
            Document { path: &arg, year: FiscalYear::new(2024).unwrap(), stage },
            &Registry::built_in(),
        );
        let r = out.value;
        println!(
            "== {arg}: {} | {} | {:?} {:?} {:?} {:?}",
            r.title, r.unit_name, r.scope, r.year, r.stage, r.denomination
        );
        for t in &r.tables {
            println!(
                "{} [{}] {} {:?} level {} rows {} figs {} empty {} {:?}",
                t.id,
                t.title,
                t.tag,
                t.lines,
                t.level.number(),
                t.rows.len(),
                t.figure_count(),
                t.declared_empty,
                t.columns
                    .iter()
                    .map(|c| format!("{}={}{}", c.name, c.role, c.side.map_or("", |s| s.chinese())))
                    .collect::<Vec<_>>()
            );
            for i in &t.issues {
                println!("    ! {} {}:{} {}", i.code, i.span.line, i.span.start, i.message);
            }
        }
        for d in &out.diagnostics {
            if !["W0402", "W0401", "W0403", "N0406"].contains(&d.code) {
                println!("  D {} {} {:?}", d.code, d.message, d.place.as_ref().map(|p| p.line));
            }
        }
        let mut c = std::collections::BTreeMap::new();
        for b in &r.blocks {
            *c.entry((b.kind.name(), b.level.number())).or_insert(0) += 1;
        }
        println!("{c:?}");
        if std::env::var("ROWS").is_ok() {
            for t in &r.tables {
                println!("-- {}", t.id);
                for row in &t.rows {
                    println!(
                        "{} {} | {} | {} | {} | {:?}",
                        row.line,
                        row.side.map_or("", |s| s.chinese()),
                        row.code,
                        row.label,
                        row.key,
                        row.cells
                            .iter()
                            .filter(|c| c.value != CellValue::Blank)
                            .map(|c| format!("{}:{}", t.columns[c.column].role, c.printed))
                            .collect::<Vec<_>>()
                    );
                }
            }
        }
        if std::env::var("BLOCKS").is_ok() {
            for b in &r.blocks {
                println!(
                    "{}-{} {} {} {}",
                    b.lines.first,
                    b.lines.last,
                    b.kind.name(),
                    b.level.number(),
                    b.reason
                );
            }
        }
    }
}
