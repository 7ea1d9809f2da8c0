"""Bodymap: see what movement does to the body."""

__version__ = "0.1.0"
