-- Schema version 3: two records found to be of one person, and one found to be of two. Both keep every row as it was
-- recorded; whom an entry means follows from these acts.

-- 同一人: what is recorded of `person` is of `into_person`.
CREATE TABLE person_merge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    into_person INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (act),
    CHECK (person <> into_person)
) STRICT;
CREATE INDEX person_merge_act ON person_merge (act);
CREATE TRIGGER person_merge_no_update BEFORE UPDATE ON person_merge
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_merge_no_delete BEFORE DELETE ON person_merge
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;

-- 并非同一人: one entry recorded of `person` is of `to_person`; a row for each entry.
CREATE TABLE person_split (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    to_person INTEGER NOT NULL REFERENCES person (id),
    item INTEGER REFERENCES item (id),
    opening INTEGER REFERENCES opening (id),
    ending INTEGER REFERENCES ending (id),
    CHECK (person <> to_person),
    CHECK ((item IS NOT NULL) + (opening IS NOT NULL) + (ending IS NOT NULL) = 1)
) STRICT;
CREATE INDEX person_split_act ON person_split (act);
CREATE TRIGGER person_split_no_update BEFORE UPDATE ON person_split
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_split_no_delete BEFORE DELETE ON person_split
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
