"""The forest plot: effect sizes with their intervals, each scale on an axis of its own."""
