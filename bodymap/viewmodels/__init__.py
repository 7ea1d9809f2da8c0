"""From what is known and what is looked at to plain values that views show. No Qt."""
