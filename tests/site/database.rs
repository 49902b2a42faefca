//! The database of the site answers the questions that `docs/data.md` asks of it.

use rusqlite::Connection;

use crate::run::build_sample;

const DOCS: &str = include_str!("../../docs/data.md");

#[test]
fn the_queries_of_the_docs_are_answered() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let database = Connection::open(output.join("data/gongkai.sqlite")).unwrap();
    let queries: Vec<&str> =
        DOCS.split("```sql\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(queries.len() >= 3, "the docs have {} queries", queries.len());
    for query in queries {
        let mut statement = database.prepare(query).unwrap();
        let mut rows = statement.query([]).unwrap();
        assert!(rows.next().unwrap().is_some(), "no answer to {query}");
    }
    let sealed = "SELECT CAST(initial_budget AS TEXT) || ' ' || CAST(executed AS TEXT) FROM projects \
                  WHERE disclosure = 'xiaoyi-xzsp/2024/final' AND name = '新开办企业免费刻制印章' AND executed > 0";
    let said: String = database.query_row(sealed, [], |row| row.get(0)).unwrap();
    assert_eq!(said, "120000 119936");
    let strangers = "SELECT count(*) FROM pragma_foreign_key_check";
    assert_eq!(database.query_row(strangers, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}
