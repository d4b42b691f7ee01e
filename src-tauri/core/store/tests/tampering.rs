//! Whatever one statement of another hand does to a recorded row, by any SQL client and with the triggers out of the
//! way, is found, and the first bad row is named: each column of each table changed in a row where
//! it is filled and in one where it is empty, a row of each table deleted and put in twice.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use renmian_store::{Access, Fault, Register};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use support::full;

/// A client that keeps no rule of the file.
struct Hand {
    raw: Connection,
}

/// A row as it stands: its table, its own number, its act, its columns.
#[derive(Debug, Clone)]
struct Row {
    table: String,
    rowid: i64,
    act: i64,
    columns: Vec<(String, Value)>,
    /// Of a seal, of which row it is.
    seals: Option<(String, i64)>,
}

impl Hand {
    fn on(path: &std::path::Path) -> Self {
        let raw = Connection::open(path).unwrap();
        for pragma in ["foreign_keys", "synchronous"] {
            raw.pragma_update(None, pragma, false).unwrap();
        }
        raw.pragma_update(None, "ignore_check_constraints", true).unwrap();
        Self { raw }
    }

    fn names(&self, sql: &str) -> Vec<String> {
        self.raw.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    fn tables(&self) -> Vec<String> {
        let tables = self.names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        tables.into_iter().filter(|name| !["tenure", "draft", "draft_file"].contains(&name.as_str())).collect()
    }

    fn rows(&self, table: &str) -> Vec<Row> {
        let columns = self.names(&format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
        let mut statement = self.raw.prepare(&format!("SELECT {} FROM {table}", columns.join(", "))).unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            let columns: Vec<(String, Value)> =
                columns.iter().enumerate().map(|(place, name)| (name.clone(), row.get(place).unwrap())).collect();
            let number = |name: &str| match columns.iter().find(|(column, _)| column == name) {
                Some((_, Value::Integer(number))) => *number,
                _ => 0,
            };
            let seals = (table == "seal").then(|| (row.get("relation").unwrap(), number("row")));
            let act = if table == "journal" { number("id") } else { number("act") };
            Ok(Row { table: table.to_owned(), rowid: number("id"), act, columns, seals })
        };
        statement.query_map([], read).unwrap().map(Result::unwrap).collect()
    }

    /// Does something to a table behind its triggers' back and puts them up again.
    fn unseen(&self, table: &str, sql: &str, values: &[&Value]) -> rusqlite::Result<()> {
        let triggers: Vec<(String, String)> = self
            .raw
            .prepare_cached("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1")?
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        self.raw.execute_batch("BEGIN")?;
        for (name, _) in &triggers {
            self.raw.execute_batch(&format!("DROP TRIGGER {name}"))?;
        }
        let done = self.raw.execute(sql, params_from_iter(values));
        for (_, text) in &triggers {
            self.raw.execute_batch(text)?;
        }
        self.raw.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done.map(|_| ())
    }

    fn delete(&self, row: &Row) {
        let (condition, values) = row.key();
        self.unseen(&row.table, &format!("DELETE FROM {} WHERE {condition}", row.table), &values).unwrap();
    }

    fn insert(&self, row: &Row) -> rusqlite::Result<()> {
        let columns: Vec<&str> = row.columns.iter().map(|(name, _)| name.as_str()).collect();
        let places = vec!["?"; columns.len()].join(", ");
        let values: Vec<&Value> = row.columns.iter().map(|(_, value)| value).collect();
        self.unseen(
            &row.table,
            &format!("INSERT INTO {} ({}) VALUES ({places})", row.table, columns.join(", ")),
            &values,
        )
    }
}

impl Row {
    /// What means this row and no other.
    fn key(&self) -> (String, Vec<&Value>) {
        let key: &[&str] = if self.seals.is_some() { &["relation", "row"] } else { &["id"] };
        let conditions: Vec<String> = key.iter().map(|column| format!("{column} = ?")).collect();
        let value = |name: &&str| self.columns.iter().find(|(column, _)| column == name).map(|(_, value)| value);
        (conditions.join(" AND "), key.iter().filter_map(value).collect())
    }

    /// The row with one column changed.
    fn with(&self, place: usize, value: Value) -> Self {
        let mut changed = self.clone();
        let name = changed.columns[place].0.clone();
        if let Value::Integer(number) = value {
            match (name.as_str(), self.table.as_str()) {
                ("id", "journal") => (changed.rowid, changed.act) = (number, number),
                ("id", _) => changed.rowid = number,
                ("act", table) if table != "journal" => changed.act = number,
                _ => {}
            }
        }
        changed.columns[place].1 = value;
        changed
    }
}

/// Another value of the same column: of each kind, and one where there was none.
fn others(declared: &str, value: &Value) -> Vec<Value> {
    let filled = match declared {
        "INTEGER" => Value::Integer(1),
        "TEXT" => Value::Text("2019".to_owned()),
        _ => Value::Blob(vec![7; 32]),
    };
    match value {
        Value::Null => vec![filled],
        Value::Integer(number) => vec![Value::Integer(number + 1000)],
        Value::Real(number) => vec![Value::Real(number + 1.0)],
        Value::Text(text) => vec![Value::Text(format!("{text} ")), Value::Text(String::new())],
        Value::Blob(bytes) => {
            let mut turned = bytes.clone();
            turned[0] ^= 1;
            vec![Value::Blob(turned)]
        }
    }
}

/// Whether the fault names the row, before or after the change.
fn is_named(fault: &Fault, rows: &[&Row]) -> bool {
    rows.iter().any(|meant| match fault {
        Fault::Chain { act } | Fault::ActGone { act } => {
            matches!(meant.table.as_str(), "journal" | "seal") && *act == meant.act
        }
        Fault::Changed { table, row, act } | Fault::Gone { table, row, act } | Fault::Added { table, row, act } => {
            (table, row, act) == (&meant.table, &meant.rowid, &meant.act)
        }
        Fault::Reference { table, row } => (table, row) == (&meant.table, &meant.rowid),
        Fault::Pages(_) | Fault::Schema { .. } | Fault::Tenures { .. } => false,
    })
}

#[test]
fn any_change_of_a_recorded_row_is_found_and_the_first_bad_row_is_named() {
    let desk = full();
    drop(desk.register);
    let hand = Hand::on(&desk.path);
    let register = Register::open(&desk.path, Access::Look).unwrap();
    let first = |what: &str| {
        let faults = register.verify().unwrap().faults;
        faults.into_iter().next().unwrap_or_else(|| panic!("not found: {what}"))
    };
    let mut tried = 0;
    for table in hand.tables() {
        let declared = hand.names(&format!("SELECT type FROM pragma_table_info('{table}') ORDER BY cid"));
        let rows = hand.rows(&table);
        let Some(row) = rows.first() else { panic!("the register has a row in {table}") };
        for (place, declared) in declared.iter().enumerate() {
            let filled = rows.iter().find(|row| row.columns[place].1 != Value::Null);
            let empty = rows.iter().find(|row| row.columns[place].1 == Value::Null);
            for row in filled.into_iter().chain(empty) {
                tried += change(&hand, row, place, declared, &first);
            }
        }
        hand.delete(row);
        let what = format!("deleted: {row:?}");
        let fault = first(&what);
        assert!(is_named(&fault, &[row]), "{what}: {fault:?}");
        hand.insert(row).unwrap();
        tried += 1;

        // The same again as a row of its own, of the same act or of none.
        let place = row.columns.iter().position(|(name, _)| name == if row.seals.is_some() { "row" } else { "id" });
        let twin = row.with(place.unwrap(), Value::Integer(9_000));
        let act = row.columns.iter().position(|(name, _)| name == "act").filter(|_| table != "journal");
        let strange = act.map(|place| twin.with(place, Value::Integer(9_000)));
        for added in [Some(twin), strange].into_iter().flatten() {
            if hand.insert(&added).is_ok() {
                let what = format!("added: {added:?}");
                let fault = first(&what);
                assert!(is_named(&fault, &[&added]), "{what}: {fault:?}");
                hand.delete(&added);
                tried += 1;
            }
        }
    }
    // What the sequence of acts remembers is put back, and all is as it was.
    hand.raw
        .execute("UPDATE sqlite_sequence SET seq = (SELECT MAX(id) FROM journal) WHERE name = 'journal'", [])
        .unwrap();
    assert_eq!(register.verify().unwrap().faults, [], "nothing is left of it");
    assert!(tried > 200, "only {tried} changes were tried");
}

/// Changes one column of a row and puts it back. Gives how many changes the file let pass.
fn change(hand: &Hand, row: &Row, place: usize, declared: &str, first: &impl Fn(&str) -> Fault) -> usize {
    let (column, value) = &row.columns[place];
    let mut tried = 0;
    for other in others(declared, value) {
        let changed = row.with(place, other);
        let (condition, mut values) = row.key();
        values.insert(0, &changed.columns[place].1);
        let update = |condition: &str| format!("UPDATE {} SET {column} = ? WHERE {condition}", row.table);
        if hand.unseen(&row.table, &update(&condition), &values).is_err() {
            // The file itself refuses: no such value, or no two of one kind.
            continue;
        }
        let what = format!("{} {column} of {row:?}", row.table);
        let fault = first(&what);
        assert!(is_named(&fault, &[row, &changed]), "{what}: {fault:?}");
        let (condition, mut values) = changed.key();
        values.insert(0, value);
        hand.unseen(&row.table, &update(&condition), &values).unwrap();
        tried += 1;
    }
    tried
}
