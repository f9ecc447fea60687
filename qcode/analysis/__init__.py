"""Pure functions on plain data: numbering, ordering, counting.

Rule of the room: no SQL, no files, no Qt. The same arguments give the same result.
"""
