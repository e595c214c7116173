"""Documents that no rule has read: how likely it is that the sentence tells a decision on them."""

from newsroom_enrich.components.resolutions.likely.acts import likely_acts
from newsroom_enrich.components.resolutions.likely.features import features

__all__ = ["features", "likely_acts"]
