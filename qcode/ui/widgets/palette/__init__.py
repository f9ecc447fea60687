"""The code palette: matching, ranking and the list under one field."""
