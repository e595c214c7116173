"""Languages: which one a report is in, and how those without an English pipeline are read."""

from newsroom_enrich.languages.detect import of
from newsroom_enrich.languages.pipelines import fallback, pipeline

__all__ = ["fallback", "of", "pipeline"]
