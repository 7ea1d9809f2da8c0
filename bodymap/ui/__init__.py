"""Thin Qt: window, body, panels, actions, theme."""
