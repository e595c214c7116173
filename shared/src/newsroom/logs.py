"""Structured logs: one line per unit of work, console on a terminal, JSON otherwise, always on stdout."""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import FilteringBoundLogger, Processor


def configure(service: str, level: str = "INFO", log_format: str = "auto") -> None:
    """Set up structlog and the standard library's logging alike; every line names the service.

    `log_format` is console, json, or auto: console on a terminal, JSON otherwise.
    """
    console = log_format == "console" or (log_format == "auto" and sys.stdout.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    renderers: list[Processor] = (
        [structlog.dev.ConsoleRenderer()]
        if console
        else [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[*shared, *renderers],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stdout),
        cache_logger_on_first_use=False,
    )
    structlog.contextvars.bind_contextvars(service=service)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
        )
    )
    # Libraries speak up only when something is wrong; our own lines are the record of the work.
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def get_logger() -> FilteringBoundLogger:
    """The logger of the calling module; configured late, so it is safe at import."""
    logger: FilteringBoundLogger = structlog.get_logger()
    return logger
