"""Use cases: the only way to change or read a project.

One public function is one use case is one transaction. Only frozen dataclasses leave this room.
Import the module that is needed; importing the package loads nothing.
"""
