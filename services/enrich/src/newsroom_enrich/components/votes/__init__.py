"""Vote tallies: how many voted for, against, and abstained."""

from newsroom_enrich.components.votes.tally import Tally, join, read_tally

__all__ = ["Tally", "join", "read_tally"]
