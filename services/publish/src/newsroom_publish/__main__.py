"""python -m newsroom_publish: serves the digest, and pushes summaries to the webhooks."""

from newsroom.web import run_service
from newsroom_publish.app import create_app

if __name__ == "__main__":
    run_service("publish", create_app, lambda settings: settings.publish)
