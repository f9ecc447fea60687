"""What a project is made of: tables, enums, value objects, errors.

Rule of the room: no statement is executed here, nothing is read or written, nothing is drawn.
Only ``tables`` imports SQLModel; everything else loads in a moment, because the window and the
commands need errors and value objects before they need a database.
"""
