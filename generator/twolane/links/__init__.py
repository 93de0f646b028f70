"""Where things stand in the site, and links to them: addresses, elements, what authors link to, prose, Page."""
