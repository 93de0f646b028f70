"""Values to model: validation, references, the folder, ignores."""
