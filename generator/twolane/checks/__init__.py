"""The checks: one module per rule, a literal registry, a runner."""
