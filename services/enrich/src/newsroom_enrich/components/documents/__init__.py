"""Documents that news reports name, as words, titles, numbers and symbols."""

from newsroom_enrich.components.documents.phrases import DocumentPhrase, find_phrases

__all__ = ["DocumentPhrase", "find_phrases"]
