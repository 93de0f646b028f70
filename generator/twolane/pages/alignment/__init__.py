"""The pages about alignment: one a process, and the one that says how alignment is measured."""
