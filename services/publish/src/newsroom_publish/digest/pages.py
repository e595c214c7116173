"""The pages of the digest, and the HTML of a feed's item: Jinja templates, escaped throughout."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from newsroom_publish.digest import items, wording
from newsroom_publish.digest.facets import facets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.contracts import Summary
    from newsroom.settings import Filter
    from newsroom_publish.digest.items import Item
    from newsroom_publish.digest.query import Cursor

STATIC = Path(__file__).parent.parent / "static"

FEED_FORMATS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


class Pages:
    """Renders; `public_url` gives the path under which a proxy may serve us."""

    def __init__(self, title: str, public_url: str | None) -> None:
        self._root = urlsplit(public_url or "").path.rstrip("/")
        self._environment = Environment(
            loader=PackageLoader("newsroom_publish"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "resolution_line": wording.resolution_line,
            "resolution_headline": wording.resolution_headline,
            "vote_line": wording.vote_line,
            "event_line": wording.event_line,
            "roles_line": wording.roles_line,
            "human_date": wording.human_date,
            "human_moment": wording.human_moment,
            "web_url": items.web_url,
            "countries": items.countries,
            "people": items.people,
            "others": items.others,
        }
        self._environment.globals |= {
            "site_title": title,
            "root": self._root,
            "feed_formats": FEED_FORMATS,
            "style_version": blake2b((STATIC / "newsroom.css").read_bytes(), digest_size=4).hexdigest(),
            "link": self.link,
        }

    def link(self, path: str, wanted: Filter | None = None, **parameters: str | None) -> str:
        """A path of ours with the filter and further parameters as its query."""
        return f"{self._root}{path}{query_string(wanted, **parameters)}"

    def feed_html(self, summary: Summary) -> str:
        """The content of a feed's item."""
        return self._environment.get_template("feed_item.html").render(summary=summary)

    def digest(
        self, found: Sequence[Item], wanted: Filter, *, cursor: Cursor | None, older: Cursor | None
    ) -> str:
        """The list; `cursor` is where it starts (None: at the top), `older` where the next page does."""
        return self._environment.get_template("digest.html").render(
            items=found,
            wanted=wanted,
            wanted_line=wording.filter_line(wanted),
            active=[
                (field, value, without(wanted, field, value)) for field, values in wanted for value in values
            ],
            facets=[
                (
                    facet.title,
                    [(choice, narrowed(wanted, choice.field, choice.value)) for choice in facet.choices],
                )
                for facet in facets([item.summary for item in found], wanted)
            ],
            paged=cursor is not None,
            older=older,
        )

    def summary(self, item: Item) -> str:
        """One summary with every claim and its evidence."""
        return self._environment.get_template("summary.html").render(item=item, summary=item.summary)


def query_string(wanted: Filter | None, **parameters: str | None) -> str:
    """`?country=KZ&limit=20`, or nothing; parameters that are None are left out."""
    pairs = [(field, value) for field, values in wanted or () for value in values]
    pairs += [(name, value) for name, value in parameters.items() if value is not None]
    return f"?{urlencode(pairs)}" if pairs else ""


def narrowed(wanted: Filter, field: str, value: str) -> Filter:
    """The filter with this value in place of the others of its field."""
    return wanted.model_copy(update={field: (value,)})


def without(wanted: Filter, field: str, value: str) -> Filter:
    """The filter without this value."""
    return wanted.model_copy(update={field: tuple(kept for kept in getattr(wanted, field) if kept != value)})
