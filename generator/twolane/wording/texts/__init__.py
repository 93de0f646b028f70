"""The texts that pages say themselves, a table a page kind."""
