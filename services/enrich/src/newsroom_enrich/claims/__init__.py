"""What the tables and the layout of the text claim, and who wins where the model marked something else.

Each claim is a function of a Reading and the names so far, which it changes. The rule behind all of them: a
name within a longer name is no name of its own, but a model's boundaries are doubted where a table knows.
"""

from newsroom_enrich.claims.bodies import acronyms, bodies, organs
from newsroom_enrich.claims.consistency import consistent
from newsroom_enrich.claims.countries import countries
from newsroom_enrich.claims.extents import extents
from newsroom_enrich.claims.introductions import introductions
from newsroom_enrich.claims.joints import joints
from newsroom_enrich.claims.kinds import kinds
from newsroom_enrich.claims.layout import datelines
from newsroom_enrich.claims.national import national_institutions
from newsroom_enrich.claims.people import titled_people
from newsroom_enrich.claims.places import conferences, places
from newsroom_enrich.claims.reading import Reading
from newsroom_enrich.claims.regions import regions
from newsroom_enrich.claims.treaties import conferences_of_parties
from newsroom_enrich.claims.wordings import wordings

IN_ORDER = (
    datelines,
    extents,
    kinds,
    bodies,
    conferences_of_parties,
    organs,
    acronyms,
    countries,
    national_institutions,
    titled_people,
    places,
    regions,
    conferences,
    joints,
    introductions,
    wordings,
    consistent,
)

__all__ = ["IN_ORDER", "Reading"]
