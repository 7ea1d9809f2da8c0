"""What is looked at in time, as plain values: curves, doses, days, lists with their courses. No Qt."""
