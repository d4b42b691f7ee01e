-- Schema version 1. What is recorded carries the act that recorded it and is never changed (triggers below);
-- facts that change have a state row for each act, of which the latest counts. A shipped migration is never edited.

CREATE TABLE journal (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL CHECK (length(at) = 24),           -- RFC 3339, UTC, milliseconds
    actor    TEXT NOT NULL,
    act      TEXT NOT NULL CHECK (act <> ''),                 -- name of the operation
    why      TEXT,
    summary  TEXT NOT NULL CHECK (json_valid(summary)),       -- words for the sentence of the act
    digest   BLOB NOT NULL CHECK (length(digest) = 32),       -- over the seals of the act's rows
    previous BLOB NOT NULL CHECK (length(previous) = 32),     -- hash of the act before; zeros for the first
    hash     BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

-- One digest for each recorded row, so that a changed row can be named.
CREATE TABLE seal (
    act      INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    relation TEXT NOT NULL,
    row      INTEGER NOT NULL,
    digest   BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (relation, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_act ON seal (act);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL,
    UNIQUE (act, key)
) STRICT;
CREATE INDEX setting_act ON setting (act);

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX organisation_act ON organisation (act);

CREATE TABLE organisation_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    parent INTEGER REFERENCES organisation (id),
    kind TEXT,
    standing INTEGER NOT NULL,
    ended_on TEXT CHECK (length(ended_on) IN (4, 7, 10)),
    UNIQUE (organisation, act)
) STRICT;
CREATE INDEX organisation_state_act ON organisation_state (act);

CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX post_act ON post (act);

CREATE TABLE post_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    post INTEGER NOT NULL REFERENCES post (id),
    organisation INTEGER REFERENCES organisation (id),
    title TEXT NOT NULL CHECK (title <> ''),
    authorised INTEGER CHECK (authorised >= 0),
    headship INTEGER NOT NULL CHECK (headship IN (0, 1)),
    rank INTEGER NOT NULL CHECK (rank IN (0, 1)),
    standing INTEGER NOT NULL,
    UNIQUE (post, act)
) STRICT;
CREATE INDEX post_state_act ON post_state (act);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX person_act ON person (act);

CREATE TABLE person_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    gender TEXT,
    ethnicity TEXT,
    birth TEXT CHECK (length(birth) IN (4, 7, 10)),
    note TEXT,
    UNIQUE (person, act)
) STRICT;
CREATE INDEX person_state_act ON person_state (act);

-- Former names, short names, other ways of writing.
CREATE TABLE other_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES person (id),
    organisation INTEGER REFERENCES organisation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    CHECK ((person IS NULL) <> (organisation IS NULL))
) STRICT;
CREATE INDEX other_name_act ON other_name (act);

-- 任免文件. `content` is the digest of the text without layout: the same paper is known by it.
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    number_text TEXT,
    number_code TEXT,
    number_year INTEGER,
    number_serial INTEGER,
    number_key TEXT,
    title TEXT,
    issuer TEXT,
    issued_on TEXT CHECK (length(issued_on) IN (4, 7, 10)),
    decided_by TEXT,
    decided_on TEXT CHECK (length(decided_on) IN (4, 7, 10)),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32),
    CHECK ((number_text IS NULL) = (number_key IS NULL))
) STRICT;
CREATE INDEX document_act ON document (act);
CREATE INDEX document_number_key ON document (number_key);
CREATE INDEX document_content ON document (content);

-- 任免事项, as printed and whom and what is meant.
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    document INTEGER NOT NULL REFERENCES document (id),
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    post INTEGER NOT NULL REFERENCES post (id),
    kind TEXT NOT NULL,
    printed_name TEXT NOT NULL,
    printed_gender TEXT,
    printed_ethnicity TEXT,
    printed_organisation TEXT,
    printed_title TEXT NOT NULL,
    concurrent INTEGER NOT NULL CHECK (concurrent IN (0, 1)),
    acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
    secondment INTEGER NOT NULL CHECK (secondment IN (0, 1)),
    probation_months INTEGER,
    term_months INTEGER,
    effective_on TEXT CHECK (length(effective_on) IN (4, 7, 10)),
    note TEXT,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    basis TEXT,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    UNIQUE (document, position)
) STRICT;
CREATE INDEX item_act ON item (act);
CREATE INDEX item_person ON item (person);
CREATE INDEX item_post ON item (post);

-- 期初.
CREATE TABLE opening (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    post INTEGER NOT NULL REFERENCES post (id),
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    since TEXT CHECK (length(since) IN (4, 7, 10)),
    by_paper TEXT,
    concurrent INTEGER NOT NULL CHECK (concurrent IN (0, 1)),
    acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
    secondment INTEGER NOT NULL CHECK (secondment IN (0, 1))
) STRICT;
CREATE INDEX opening_act ON opening (act);
CREATE INDEX opening_person ON opening (person);
CREATE INDEX opening_post ON opening (post);

-- What the clerk was shown and let stand when the order was registered.
CREATE TABLE accepted_finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    document INTEGER NOT NULL REFERENCES document (id),
    position INTEGER NOT NULL,
    finding TEXT NOT NULL CHECK (json_valid(finding)),
    UNIQUE (document, position)
) STRICT;
CREATE INDEX accepted_finding_act ON accepted_finding (act);

-- The files that papers came in, each kept once: a gazette holds many papers.
CREATE TABLE original (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX original_act ON original (act);

-- Which paper came in which file, by the name that it had.
CREATE TABLE document_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    document INTEGER NOT NULL REFERENCES document (id),
    original INTEGER NOT NULL REFERENCES original (id),
    name TEXT NOT NULL,
    UNIQUE (document, original)
) STRICT;
CREATE INDEX document_file_act ON document_file (act);

-- Corrected or revoked, by which later order.
CREATE TABLE document_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    document INTEGER NOT NULL REFERENCES document (id),
    state TEXT NOT NULL,
    by_document INTEGER REFERENCES document (id),
    why TEXT,
    UNIQUE (document, act)
) STRICT;
CREATE INDEX document_state_act ON document_state (act);

-- 任职, derived from all of the above and from nothing else; may be deleted and derived again.
CREATE TABLE tenure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    post INTEGER NOT NULL REFERENCES post (id),
    started TEXT,
    ended_on TEXT,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    start_item INTEGER REFERENCES item (id),
    start_opening INTEGER REFERENCES opening (id),
    end_item INTEGER REFERENCES item (id),
    end_opening INTEGER REFERENCES opening (id),
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

-- Papers on the desk, not registered, and their files: the only rows that are changed in place.
CREATE TABLE draft_file (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL CHECK (json_valid(body)),
    file TEXT,
    original BLOB REFERENCES draft_file (sha256),
    updated_at TEXT NOT NULL
) STRICT;

-- Nothing recorded is overwritten.
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER organisation_no_update BEFORE UPDATE ON organisation
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER organisation_no_delete BEFORE DELETE ON organisation
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER organisation_state_no_update BEFORE UPDATE ON organisation_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER organisation_state_no_delete BEFORE DELETE ON organisation_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER post_no_update BEFORE UPDATE ON post
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER post_no_delete BEFORE DELETE ON post
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER post_state_no_update BEFORE UPDATE ON post_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER post_state_no_delete BEFORE DELETE ON post_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_no_update BEFORE UPDATE ON person
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_state_no_update BEFORE UPDATE ON person_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER person_state_no_delete BEFORE DELETE ON person_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER other_name_no_update BEFORE UPDATE ON other_name
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER other_name_no_delete BEFORE DELETE ON other_name
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER item_no_update BEFORE UPDATE ON item
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER item_no_delete BEFORE DELETE ON item
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER opening_no_update BEFORE UPDATE ON opening
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER opening_no_delete BEFORE DELETE ON opening
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER accepted_finding_no_update BEFORE UPDATE ON accepted_finding
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER accepted_finding_no_delete BEFORE DELETE ON accepted_finding
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER original_no_update BEFORE UPDATE ON original
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER original_no_delete BEFORE DELETE ON original
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_file_no_update BEFORE UPDATE ON document_file
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_file_no_delete BEFORE DELETE ON document_file
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_state_no_update BEFORE UPDATE ON document_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
CREATE TRIGGER document_state_no_delete BEFORE DELETE ON document_state
    BEGIN SELECT RAISE(ABORT, 'recorded rows are never changed'); END;
