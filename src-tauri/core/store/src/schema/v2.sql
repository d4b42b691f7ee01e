-- Schema version 2: what is recorded may be taken back, corrected and revoked, and all of it is kept. Rows as in
-- version 1: each carries the act that recorded it and is never changed.

-- An act that no longer stands: the rows of it are passed over, its own withdrawals with them.
CREATE TABLE withdrawal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    withdrawn INTEGER NOT NULL REFERENCES journal (id),
    UNIQUE (act),
    CHECK (withdrawn < act)
) STRICT;
CREATE INDEX withdrawal_act ON withdrawal (act);
CREATE TRIGGER withdrawal_no_update BEFORE UPDATE ON withdrawal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER withdrawal_no_delete BEFORE DELETE ON withdrawal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;

-- By which paper an order was revoked, in words, where that paper is not in the register.
ALTER TABLE document_state ADD COLUMN by_text TEXT;
