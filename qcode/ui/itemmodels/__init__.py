"""Qt item models over services: they refresh just the rows a change touched."""
