"""The workspace Code: texts, codes, passages, and what is known about them."""
