"""qcode: grounded-theory coding of texts, offline, in one file.

The map of the rooms is in CONTRIBUTING.md. This package imports nothing on its own, so that
``python -m qcode`` can paint its first window before the heavy libraries are loaded.
"""

__version__ = "0.1.0"
