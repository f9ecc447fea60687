"""The code stripes beside a text: lanes, brackets, names."""
