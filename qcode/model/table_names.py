"""Names of the tables that changes write, known without loading the table classes."""

from __future__ import annotations

from typing import Literal, TypeAlias

TableName: TypeAlias = Literal[
    "project",
    "setting",
    "coder",
    "document_group",
    "document",
    "variable",
    "variable_value",
    "code",
    "selection",
    "coding",
    "memo",
    "memo_link",
    "work",
    "held_out",
    "code_property",
    "property_place",
    "paradigm",
    "paradigm_slot",
    "relation_type",
    "relation",
    "relation_passage",
    "memo_model_link",
    "stage",
    "stage_code",
    "diagram_place",
    "storyline",
    "code_event",
    "codebook_version",
    "coder_part",
    "agreement_round",
    "decision",
    "decision_coding",
    "amendment",
    "merged",
]
