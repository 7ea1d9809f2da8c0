"""The heat matrix: how well each signal's effect on each organ is known."""
