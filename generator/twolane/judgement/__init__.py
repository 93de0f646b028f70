"""How heavy changes are together: the verdict, what to do, which version is right, and in which order they are read."""
