"""One module a file format: bytes to plain objects and plain objects to bytes.

Rule of the room: no project, no SQL, no Qt. Reading never trusts the file: sizes are bounded, XML
entities are off, and what is wrong is said in one sentence that names file and place.
"""
