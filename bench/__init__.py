"""Measurements beside their references: `python -m bench`."""
