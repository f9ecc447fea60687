"""Axial coding: concepts gathered into categories, categories around a phenomenon."""
