"""Where the storyline is written."""
