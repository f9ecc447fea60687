"""The page without a project."""
