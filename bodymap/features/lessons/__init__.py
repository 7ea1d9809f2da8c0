"""Lessons: a list of steps, each a State with words for the room and for the teacher, in one file."""
