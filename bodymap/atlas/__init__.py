"""What is known: records of organs, signals, movements, effects, and their index."""
