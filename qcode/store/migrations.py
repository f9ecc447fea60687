"""Steps from one schema of project files to the next, in plain SQL that never changes again.

Each runs inside the transaction that ``schema.migrate`` holds, without triggers and with foreign
keys looked at when all is done.
"""

from __future__ import annotations

import sqlite3


def to_2(connection: sqlite3.Connection) -> None:
    """Add what the second and third level of coding need."""
    for statement in _THEORY:
        connection.execute(statement)


def to_3(connection: sqlite3.Connection) -> None:
    """Add what working in company needs."""
    for statement in _COMPANY:
        connection.execute(statement)


def stand_in(connection: sqlite3.Connection, version: int) -> None:
    """Give a reading connection to a file of an older schema empty tables for what came later.

    An older file that is only read stays as it is, and every question can still be asked.
    """
    for since, added in ((2, _THEORY), (3, _COMPANY)):
        for statement in added if version < since else ():
            if statement.startswith("CREATE TABLE"):
                connection.execute(statement.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))


_THEORY = (
    "CREATE TABLE codebook_snapshot (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, sha256 "
    "VARCHAR NOT NULL, body VARCHAR NOT NULL, UNIQUE (sha256))",
    "CREATE TABLE paradigm (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, name VARCHAR NOT NULL, position INTEGER NOT NULL, created VARCHAR NOT NULL, "
    "CONSTRAINT named CHECK (length(trim(name)) > 0), UNIQUE (guid))",
    "CREATE TABLE relation_type (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR "
    'NOT NULL, "key" VARCHAR NOT NULL, name VARCHAR NOT NULL, form VARCHAR NOT NULL, position '
    "INTEGER NOT NULL, CONSTRAINT named CHECK (length(trim(name)) > 0 OR key <> ''), "
    "CONSTRAINT form_known CHECK (form IN ('directed', 'mutual', 'feedback')), UNIQUE (guid))",
    'CREATE INDEX type_by_key ON relation_type ("key")',
    "CREATE TABLE stage (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, name VARCHAR NOT NULL, meaning VARCHAR NOT NULL, position INTEGER NOT NULL, "
    "created VARCHAR NOT NULL, CONSTRAINT named CHECK (length(trim(name)) > 0), UNIQUE "
    "(guid))",
    "CREATE TABLE storyline (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, body VARCHAR NOT "
    "NULL, modified VARCHAR NOT NULL, CONSTRAINT single CHECK (id = 1))",
    "CREATE TABLE code_event (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, what VARCHAR NOT NULL, code_guid VARCHAR NOT NULL, code_name VARCHAR NOT NULL, "
    "into_guid VARCHAR NOT NULL, into_name VARCHAR NOT NULL, passages INTEGER NOT NULL, "
    "reason VARCHAR NOT NULL, coder_id INTEGER NOT NULL, created VARCHAR NOT NULL, CONSTRAINT "
    "what_known CHECK (what IN ('merge', 'split', 'delete')), UNIQUE (guid), FOREIGN "
    "KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX event_by_code ON code_event (code_guid)",
    "CREATE INDEX event_by_target ON code_event (into_guid)",
    "CREATE TABLE code_property (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR "
    "NOT NULL, code_id INTEGER NOT NULL, name VARCHAR NOT NULL, low VARCHAR NOT NULL, high "
    "VARCHAR NOT NULL, position INTEGER NOT NULL, CONSTRAINT named CHECK (length(trim(name)) "
    "> 0), UNIQUE (guid), FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE)",
    "CREATE INDEX property_by_code ON code_property (code_id, position)",
    "CREATE TABLE codebook_version (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid "
    "VARCHAR NOT NULL, name VARCHAR NOT NULL, note VARCHAR NOT NULL, snapshot_id INTEGER NOT "
    "NULL, coder_id INTEGER NOT NULL, created VARCHAR NOT NULL, CONSTRAINT named CHECK "
    "(length(trim(name)) > 0), UNIQUE (guid), FOREIGN KEY(snapshot_id) REFERENCES "
    "codebook_snapshot (id), FOREIGN KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX version_by_snapshot ON codebook_version (snapshot_id)",
    "CREATE TABLE diagram_place (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, code_id "
    "INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, UNIQUE (code_id), FOREIGN "
    "KEY(code_id) REFERENCES code (id) ON DELETE CASCADE)",
    "CREATE TABLE paradigm_slot (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, paradigm_id "
    "INTEGER NOT NULL, role VARCHAR NOT NULL, code_id INTEGER NOT NULL, position INTEGER NOT "
    "NULL, UNIQUE (paradigm_id, role, code_id), CONSTRAINT role_known CHECK (role IN "
    "('causal_condition', 'phenomenon', 'context', 'intervening_condition', 'strategy', "
    "'consequence')), FOREIGN KEY(paradigm_id) REFERENCES paradigm (id) ON DELETE CASCADE, "
    "FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE)",
    "CREATE INDEX slot_by_code ON paradigm_slot (code_id)",
    "CREATE TABLE relation (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, source_id INTEGER NOT NULL, target_id INTEGER NOT NULL, type_id INTEGER NOT NULL, "
    "meaning VARCHAR NOT NULL, position INTEGER NOT NULL, created VARCHAR NOT NULL, UNIQUE "
    "(source_id, target_id, type_id), CONSTRAINT two_ends CHECK (source_id <> target_id), "
    "UNIQUE (guid), FOREIGN KEY(source_id) REFERENCES code (id) ON DELETE CASCADE, FOREIGN "
    "KEY(target_id) REFERENCES code (id) ON DELETE CASCADE, FOREIGN KEY(type_id) REFERENCES "
    "relation_type (id))",
    "CREATE INDEX relation_by_target ON relation (target_id)",
    "CREATE INDEX relation_by_type ON relation (type_id)",
    "CREATE TABLE stage_code (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, stage_id INTEGER "
    "NOT NULL, code_id INTEGER NOT NULL, position INTEGER NOT NULL, UNIQUE (stage_id, "
    "code_id), FOREIGN KEY(stage_id) REFERENCES stage (id) ON DELETE CASCADE, FOREIGN "
    "KEY(code_id) REFERENCES code (id) ON DELETE CASCADE)",
    "CREATE INDEX stage_by_code ON stage_code (code_id)",
    "CREATE TABLE held_out (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id "
    "INTEGER NOT NULL, UNIQUE (document_id), FOREIGN KEY(document_id) REFERENCES document "
    "(id) ON DELETE CASCADE)",
    "CREATE TABLE memo_model_link (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, memo_id "
    "INTEGER NOT NULL, relation_id INTEGER, paradigm_id INTEGER, CONSTRAINT one_target CHECK "
    "((relation_id IS NOT NULL) + (paradigm_id IS NOT NULL) = 1), FOREIGN KEY(memo_id) "
    "REFERENCES memo (id) ON DELETE CASCADE, FOREIGN KEY(relation_id) REFERENCES relation "
    "(id) ON DELETE CASCADE, FOREIGN KEY(paradigm_id) REFERENCES paradigm (id) ON DELETE "
    "CASCADE)",
    "CREATE INDEX model_link_by_memo ON memo_model_link (memo_id)",
    "CREATE INDEX model_link_by_paradigm ON memo_model_link (paradigm_id)",
    "CREATE INDEX model_link_by_relation ON memo_model_link (relation_id)",
    "CREATE TABLE property_place (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, property_id "
    "INTEGER NOT NULL, selection_id INTEGER NOT NULL, coder_id INTEGER NOT NULL, place "
    "INTEGER NOT NULL, UNIQUE (property_id, selection_id, coder_id), CONSTRAINT between_poles "
    "CHECK (place BETWEEN 0 AND 100), FOREIGN KEY(property_id) REFERENCES code_property (id) "
    "ON DELETE CASCADE, FOREIGN KEY(selection_id) REFERENCES selection (id) ON DELETE "
    "CASCADE, FOREIGN KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX place_by_coder ON property_place (coder_id)",
    "CREATE INDEX place_by_selection ON property_place (selection_id)",
    "CREATE TABLE relation_passage (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
    "relation_id INTEGER NOT NULL, selection_id INTEGER NOT NULL, position INTEGER NOT NULL, "
    "UNIQUE (relation_id, selection_id), FOREIGN KEY(relation_id) REFERENCES relation (id) ON "
    "DELETE CASCADE, FOREIGN KEY(selection_id) REFERENCES selection (id) ON DELETE CASCADE)",
    "CREATE INDEX relation_passage_by_selection ON relation_passage (selection_id)",
)

_COMPANY = (
    "CREATE TABLE agreement_round (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid "
    "VARCHAR NOT NULL, name VARCHAR NOT NULL, note VARCHAR NOT NULL, request VARCHAR NOT "
    "NULL, figures VARCHAR NOT NULL, snapshot_id INTEGER NOT NULL, coder_id INTEGER NOT NULL,"
    " created VARCHAR NOT NULL, CONSTRAINT named CHECK (length(trim(name)) > 0), UNIQUE "
    "(guid), FOREIGN KEY(snapshot_id) REFERENCES codebook_snapshot (id), FOREIGN "
    "KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX round_by_snapshot ON agreement_round (snapshot_id)",
    "CREATE TABLE coder_part (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, coder_id INTEGER"
    " NOT NULL, role VARCHAR NOT NULL, of_id INTEGER, due VARCHAR NOT NULL, seed INTEGER NOT "
    "NULL, share INTEGER NOT NULL, created VARCHAR NOT NULL, CONSTRAINT role_known CHECK "
    "(role IN ('consensus', 'again')), CONSTRAINT again_of CHECK ((role = 'again') = (of_id "
    "IS NOT NULL)), CONSTRAINT of_another CHECK (coder_id IS NOT of_id), UNIQUE (coder_id), "
    "FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, FOREIGN KEY(of_id) "
    "REFERENCES coder (id) ON DELETE CASCADE)",
    "CREATE INDEX part_by_first ON coder_part (of_id)",
    "CREATE TABLE merged (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, name VARCHAR NOT NULL, step_guid VARCHAR NOT NULL, change INTEGER NOT NULL, report"
    " VARCHAR NOT NULL, coder_id INTEGER NOT NULL, created VARCHAR NOT NULL, UNIQUE (guid), "
    "FOREIGN KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX merged_by_step ON merged (step_guid)",
    "CREATE TABLE decision (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, document_id INTEGER NOT NULL, kind VARCHAR NOT NULL, first_id INTEGER NOT NULL, "
    "second_id INTEGER NOT NULL, first_code_id INTEGER, second_code_id INTEGER, first_spans "
    "VARCHAR NOT NULL, second_spans VARCHAR NOT NULL, verdict VARCHAR NOT NULL, reason "
    "VARCHAR NOT NULL, coder_id INTEGER NOT NULL, created VARCHAR NOT NULL, modified VARCHAR "
    "NOT NULL, CONSTRAINT kind_known CHECK (kind IN ('missed_by_first', 'missed_by_second', "
    "'boundary', 'code')), CONSTRAINT verdict_known CHECK (verdict IN ('', 'first', 'second',"
    " 'both', 'union', 'intersection', 'edit', 'other_code', 'reject', 'accept')), CONSTRAINT"
    " two_coders CHECK (first_id <> second_id), CONSTRAINT a_code CHECK (first_code_id IS NOT"
    " NULL OR second_code_id IS NOT NULL), UNIQUE (document_id, first_id, second_id, "
    "first_code_id, second_code_id, first_spans, second_spans), UNIQUE (guid), FOREIGN "
    "KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, FOREIGN KEY(first_id) "
    "REFERENCES coder (id) ON DELETE CASCADE, FOREIGN KEY(second_id) REFERENCES coder (id) ON"
    " DELETE CASCADE, FOREIGN KEY(first_code_id) REFERENCES code (id) ON DELETE CASCADE, "
    "FOREIGN KEY(second_code_id) REFERENCES code (id) ON DELETE CASCADE, FOREIGN "
    "KEY(coder_id) REFERENCES coder (id))",
    "CREATE INDEX decision_by_first_code ON decision (first_code_id)",
    "CREATE INDEX decision_by_second_code ON decision (second_code_id)",
    "CREATE TABLE amendment (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, guid VARCHAR NOT "
    "NULL, decision_id INTEGER NOT NULL, code_guid VARCHAR NOT NULL, code_name VARCHAR NOT "
    'NULL, field VARCHAR NOT NULL, "before" VARCHAR NOT NULL, "after" VARCHAR NOT NULL, '
    "coder_id INTEGER NOT NULL, created VARCHAR NOT NULL, UNIQUE (guid), FOREIGN "
    "KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE, FOREIGN KEY(coder_id) "
    "REFERENCES coder (id))",
    "CREATE INDEX amendment_by_code ON amendment (code_guid)",
    "CREATE INDEX amendment_by_decision ON amendment (decision_id)",
    "CREATE TABLE decision_coding (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, decision_id"
    " INTEGER NOT NULL, coding_id INTEGER NOT NULL, UNIQUE (decision_id, coding_id), FOREIGN "
    "KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE, FOREIGN KEY(coding_id) "
    "REFERENCES coding (id) ON DELETE CASCADE)",
    "CREATE INDEX decision_by_coding ON decision_coding (coding_id)",
)
