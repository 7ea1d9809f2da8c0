"""Dose → release → level in blood over time: pure functions over the numbers in `data/`, without Qt."""
