"""A board of cards in columns: categories and what belongs to them, moved by hand."""
