"""Who is who across reports: decisions of operators and links by name, applied where summaries are read."""
