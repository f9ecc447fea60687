"""Characters, words, clauses and sentences of a text, as a reader sees them; code points all."""
