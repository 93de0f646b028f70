"""Words that people read: lists, counts, dates, spans, and the texts of the pages."""
