"""The body canvas: everything that paints a scene and takes the pointer."""
