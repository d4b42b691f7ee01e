//! Versions of the schema. Each step is applied once, in a transaction of its own, and never edited after it shipped.

use rusqlite::{Connection, TransactionBehavior};

/// "RMTZ" (任免台账): tells a register from any other SQLite file.
pub(crate) const APPLICATION: i32 = 0x524D_545A;

/// Step `n` leads from version `n` to `n + 1`.
pub(crate) const STEPS: &[&str] =
    &[include_str!("schema/v1.sql"), include_str!("schema/v2.sql"), include_str!("schema/v3.sql")];

/// The version that `steps` lead to.
pub(crate) fn version_of(steps: &[&str]) -> i32 {
    // A few dozen steps at most.
    i32::try_from(steps.len()).unwrap_or(i32::MAX)
}

/// Leads the database from the version that it has to the last one.
pub(crate) fn migrate(connection: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for step in steps.iter().skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", version_of(steps))?;
    transaction.commit()
}

/// Every table, index and trigger with its text, sorted: two databases of one version have the same.
pub(crate) fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
         ORDER BY 1",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The objects of a database made anew.
pub(crate) fn fresh_objects() -> rusqlite::Result<Vec<(String, String)>> {
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh, STEPS)?;
    objects(&fresh)
}
