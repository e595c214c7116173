"""The little that feeds need of XML. Prefixes are written out; both formats declare theirs on the root."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from datetime import datetime

ATOM = "http://www.w3.org/2005/Atom"


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Append a child element. ElementTree escapes; the caller has removed what XML cannot hold."""
    child = ET.SubElement(parent, tag, attributes)
    child.text = text
    return child


def serialize(root: ET.Element) -> bytes:
    """The document in UTF-8 with its declaration."""
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def rfc3339(moment: datetime) -> str:
    """A moment in UTC to the second, as Atom and JSON Feed want it."""
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}Z"
