"""Presenting a lesson: what a key does is worked out without Qt; windows show what comes of it."""
