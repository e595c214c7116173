"""The events and values that cross a service boundary, as frozen models.

Contracts grow by addition: a reader ignores fields that it does not know, so that a newer producer never
breaks an older consumer. docs/schemas holds them as JSON Schemas, tests/contract a golden sample of each.
"""

from newsroom.contracts.base import Contract, UtcDatetime
from newsroom.contracts.report import Report, ReportKind, ReportStatus, Source
from newsroom.contracts.summary import (
    Action,
    Entity,
    EntityType,
    Event,
    EventStatus,
    Evidence,
    Mention,
    PartialDate,
    Quotation,
    Related,
    Resolution,
    ResolutionKind,
    ResolutionStatus,
    Role,
    Summary,
    Topic,
    Vote,
)
from newsroom.contracts.webhook import Notification, NotificationType

__all__ = [
    "Action",
    "Contract",
    "Entity",
    "EntityType",
    "Event",
    "EventStatus",
    "Evidence",
    "Mention",
    "Notification",
    "NotificationType",
    "PartialDate",
    "Quotation",
    "Related",
    "Report",
    "ReportKind",
    "ReportStatus",
    "Resolution",
    "ResolutionKind",
    "ResolutionStatus",
    "Role",
    "Source",
    "Summary",
    "Topic",
    "UtcDatetime",
    "Vote",
]
