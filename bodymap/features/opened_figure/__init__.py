"""A guest: a figure from elsewhere, which answers with what is known here."""
