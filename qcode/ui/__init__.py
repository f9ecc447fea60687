"""The window: everything that imports PySide6.

Rule of the room: app → main_window → workspaces | dialogs → widgets | itemmodels → shell. Changes
go through services and come back as one ``ChangeSet`` signal; no SQL, no file format, no rule of
the method is decided here.
"""
