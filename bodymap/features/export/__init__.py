"""The picture on a file: what the body shows, with title, legend and sources, without a window."""
