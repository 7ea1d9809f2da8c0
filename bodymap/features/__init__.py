"""Guests of the atlas, each in a folder of its own; none knows another."""
