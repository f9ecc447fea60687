"""Selective coding: the core category, the model of relations and stages, the storyline."""
