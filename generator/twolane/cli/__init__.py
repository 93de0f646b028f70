"""The command `twolane`: one module per command, a literal registry, one door from exceptions to exit codes."""
