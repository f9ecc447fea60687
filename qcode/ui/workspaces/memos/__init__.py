"""Memos: found, read and written."""
