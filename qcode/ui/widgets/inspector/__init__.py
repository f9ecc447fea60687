"""What is known about one document, passage or code, edited where it stands."""
