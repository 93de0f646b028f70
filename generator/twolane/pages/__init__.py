"""The kinds of pages, what they are made from and how they are assembled: a module a kind."""
