"""Text to values that know where they stand, and back: strict reading, mending of broken lines, writing."""
