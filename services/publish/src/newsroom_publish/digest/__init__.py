"""The digest: published summaries as feeds, pages and JSON, and any filter of them."""
