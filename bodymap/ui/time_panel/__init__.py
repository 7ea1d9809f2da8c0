"""The panel of time at the bottom of the window: when, how much, and how sure."""
