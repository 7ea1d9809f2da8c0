"""A guest: a reader's own numbers as colours of the body."""
