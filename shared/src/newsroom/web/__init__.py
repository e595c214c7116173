"""What every service serves over HTTP alike: health, metrics, tokens and problem documents."""

from newsroom.web.api import Check, create_api
from newsroom.web.problems import Problem
from newsroom.web.serve import run_service
from newsroom.web.tokens import require_token

__all__ = ["Check", "Problem", "create_api", "require_token", "run_service"]
