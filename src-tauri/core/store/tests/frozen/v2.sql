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

-- 机构沿革. `former` and `name` of a renaming; `from_other` and `other` of a move, `other` the unit merged into, a row
-- for each unit that came out of a split.
CREATE TABLE organisation_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL,
    on_day TEXT NOT NULL CHECK (length(on_day) IN (4, 7, 10)),
    tenures TEXT,
    former TEXT CHECK (former <> ''),
    name TEXT CHECK (name <> ''),
    from_other INTEGER REFERENCES organisation (id),
    other INTEGER REFERENCES organisation (id),
    by_document INTEGER REFERENCES document (id),
    by_text TEXT
) STRICT;
CREATE INDEX organisation_event_act ON organisation_event (act);
CREATE TRIGGER organisation_event_no_update BEFORE UPDATE ON organisation_event
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER organisation_event_no_delete BEFORE DELETE ON organisation_event
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;

-- 职务沿革.
CREATE TABLE post_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    post INTEGER NOT NULL REFERENCES post (id),
    kind TEXT NOT NULL,
    on_day TEXT NOT NULL CHECK (length(on_day) IN (4, 7, 10)),
    tenures TEXT,
    former TEXT CHECK (former <> ''),
    title TEXT CHECK (title <> ''),
    seats_before INTEGER CHECK (seats_before >= 0),
    seats INTEGER CHECK (seats >= 0),
    by_document INTEGER REFERENCES document (id),
    by_text TEXT
) STRICT;
CREATE INDEX post_event_act ON post_event (act);
CREATE TRIGGER post_event_no_update BEFORE UPDATE ON post_event
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER post_event_no_delete BEFORE DELETE ON post_event
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;

-- 离任: endings that no order says; without a post, of all that is open.
CREATE TABLE ending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    post INTEGER REFERENCES post (id),
    on_day TEXT NOT NULL CHECK (length(on_day) IN (4, 7, 10)),
    cause TEXT NOT NULL,
    by_document INTEGER REFERENCES document (id),
    by_text TEXT
) STRICT;
CREATE INDEX ending_act ON ending (act);
CREATE TRIGGER ending_no_update BEFORE UPDATE ON ending
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER ending_no_delete BEFORE DELETE ON ending
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;

-- 任职 is derived, so it is made anew with what it may now end by; the program fills it when it opens the register.
DROP TABLE tenure;
CREATE TABLE tenure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    post INTEGER NOT NULL REFERENCES post (id),
    started TEXT,
    no_later_than TEXT,
    ended_on TEXT,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    start_item INTEGER REFERENCES item (id),
    start_opening INTEGER REFERENCES opening (id),
    end_item INTEGER REFERENCES item (id),
    end_opening INTEGER REFERENCES opening (id),
    end_ending INTEGER REFERENCES ending (id),
    end_organisation_event INTEGER REFERENCES organisation_event (id),
    end_post_event INTEGER REFERENCES post_event (id),
    end_cause TEXT,
    concurrent INTEGER NOT NULL CHECK (concurrent IN (0, 1)),
    acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
    secondment INTEGER NOT NULL CHECK (secondment IN (0, 1)),
    probation_ends TEXT,
    confirmed_item INTEGER REFERENCES item (id),
    confirmed_opening INTEGER REFERENCES opening (id),
    confirmed_on TEXT,
    term_ends TEXT
) STRICT;
CREATE INDEX tenure_person_post ON tenure (person, post);
