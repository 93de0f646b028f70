"""Text to model: strict YAML with positions, the schema, the folder."""
