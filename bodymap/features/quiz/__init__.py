"""Questions made from what is known, with a seed, and the ways to play them in a room."""
