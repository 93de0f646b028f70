"""How files are put in their places: where nothing of anybody's is lost, whole, and whatever happens meanwhile."""
