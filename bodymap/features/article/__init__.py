"""The popular article against the literature: one claim after the other, lit on the body."""
