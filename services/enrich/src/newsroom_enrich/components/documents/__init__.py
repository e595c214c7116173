"""Documents that news reports name, as words, titles, numbers and symbols."""

from newsroom_enrich.components.documents.phrase import DocumentPhrase
from newsroom_enrich.components.documents.phrases import find_phrases

__all__ = ["DocumentPhrase", "find_phrases"]
