"""python -m newsroom_enrich: turns reports into summaries."""

from newsroom.web import run_service
from newsroom_enrich.app import create_app

if __name__ == "__main__":
    run_service("enrich", create_app, lambda settings: settings.enrich)
