"""The definition format as values: files, mappings and keys, read from the model and its JSON Schemas."""
