"""The drawn figure as data: regions, layers, paths, vessels. No Qt."""
