"""The project file: engine and pragmas, schema and migrations, journal, lock, backups, queries.

Rule of the room: SQL lives here. It knows the tables of ``qcode.model`` and nothing of file
formats, use cases or Qt.
"""
