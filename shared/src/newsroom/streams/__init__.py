"""Moving events between services: nothing lost, nothing doubled.

A service consumes with a Hop, whose handler turns events into Outcomes; append() and apply() write from
outside of one.
"""

from newsroom.streams.backlog import Backlog, backlog
from newsroom.streams.client import StreamsError, check_server, connect, create_redis
from newsroom.streams.dead_letters import DeadLetter, DeadLetters
from newsroom.streams.handlers import Handler, Result, each
from newsroom.streams.hop import Hop
from newsroom.streams.outcome import DATA_FIELD, NOTHING, Effect, Expect, Outcome, append_effect
from newsroom.streams.producers import append, apply

__all__ = [
    "DATA_FIELD",
    "NOTHING",
    "Backlog",
    "DeadLetter",
    "DeadLetters",
    "Effect",
    "Expect",
    "Handler",
    "Hop",
    "Outcome",
    "Result",
    "StreamsError",
    "append",
    "append_effect",
    "apply",
    "backlog",
    "check_server",
    "connect",
    "create_redis",
    "each",
]
