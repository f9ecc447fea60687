"""What every part of the window stands on: theme, language, settings, errors, running changes."""
