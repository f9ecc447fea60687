"""The workspace Review: how far coders agree, what they differ in, and what is decided about it."""
