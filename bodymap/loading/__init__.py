"""How a file becomes a value: where shipped files lie, YAML with line and column, problems."""
