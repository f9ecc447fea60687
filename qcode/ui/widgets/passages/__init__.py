"""The passages of codes, in full, as a list."""
