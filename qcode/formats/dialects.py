"""The tagged formats that are read, as data for ``tagged``."""

from __future__ import annotations

import re

from qcode.formats.tagged import Dialect

# Readable names in the order in which variables are shown. Dates and pages are put together from
# several tags (``records``); every other tag is kept under its own name.
_RIS_VARIABLES = {
    "TY": "Type",
    "AU": "Authors",
    "PY": "Year",
    "DA": "Date",
    "JF": "Journal",
    "JO": "Journal",
    "T2": "Journal",
    "JA": "Journal abbreviation",
    "J2": "Journal abbreviation",
    "J1": "Journal abbreviation",
    "BT": "Book title",
    "T3": "Series",
    "TT": "Translated title",
    "ST": "Short title",
    "VL": "Volume",
    "IS": "Issue",
    "SP": "Pages",
    "DO": "DOI",
    "KW": "Keywords",
    "A2": "Editors",
    "ED": "Editors",
    "A3": "Series editors",
    "A4": "Further authors",
    "AD": "Address",
    "PB": "Publisher",
    "CY": "Place",
    "PP": "Place",
    "ET": "Edition",
    "SN": "ISSN or ISBN",
    "LA": "Language",
    "DB": "Database",
    "DP": "Database provider",
    "AN": "Accession number",
    "ID": "Record id",
    "UR": "URL",
    "LK": "URL",
    "L1": "Full text",
    "L2": "Link",
    "Y2": "Accessed",
    "N1": "Notes",
    "M3": "Type of work",
    "C1": "Custom 1",
    "C2": "Custom 2",
    "C3": "Custom 3",
    "C4": "Custom 4",
    "C5": "Custom 5",
    "C6": "Custom 6",
    "C7": "Custom 7",
    "C8": "Custom 8",
}

# Known too, so that they are believed with unusual spacing; each is kept under its own name.
_RIS_OTHERS = (
    "A5 AV CA CN CP DI FD H1 H2 IP JT L3 L4 LB M1 M2 NO NV OL OP PA RN RP RT SE SF SL SR SV"
)

_RIS_TOLD = {"A1": "Authors", "Y1": "Year", "YR": "Year", "EP": "Pages", "K1": "Keywords"}

RIS = Dialect(
    name="RIS",
    suffixes=(".ris",),
    tag_width=2,
    fast="  -",
    tolerant=re.compile(
        r"[ \t\xa0]{0,8}(?P<tag>[A-Za-z][A-Za-z0-9])(?:[ \t\xa0]{1,8}[-–]|-(?=\s|\Z))"
        r"(?P<value>.*)\Z"
    ),
    known=frozenset(
        [*_RIS_VARIABLES, *_RIS_TOLD, *_RIS_OTHERS.split(), "TI", "T1", "CT", "AB", "N2", "ER"]
    ),
    start="TY",
    end="ER",
    # Some services number their records or put their own name above them.
    ignored=re.compile(r"\s*(\d+\.?|(Provider|Database|Content|Source)\s*:.*)\s*\Z", re.IGNORECASE),
    titles=("TI", "T1", "CT", "BT"),
    authors=("AU", "A1"),
    years=("PY", "Y1", "YR", "DA"),
    abstracts=("AB", "N2"),
    keywords=("KW", "K1"),
    dois=("DO", "UR", "LK", "L2", "M3", "N1"),
    pages=("SP", "EP"),
    told=_RIS_TOLD,
    variables=_RIS_VARIABLES,
)
