"""python -m newsroom_ingest: takes in feeds and raw reports."""

from newsroom.web import run_service
from newsroom_ingest.app import create_app

if __name__ == "__main__":
    run_service("ingest", create_app, lambda settings: settings.ingest)
