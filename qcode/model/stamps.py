"""The two stamps that every new row gets: a time and a GUID."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> str:
    """Return the present time as ISO 8601 in UTC, like ``2026-03-14T09:30:00.000Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_guid() -> str:
    """Return a random (version 4) GUID in lower case with dashes.

    Same bits as ``uuid.uuid4``, at a third of its time: an import makes ten thousand of them.
    """
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    digits = raw.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
