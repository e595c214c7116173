"""Delivers what is queued until it is stopped: python dispatcher_process.py REDIS_URL."""

from __future__ import annotations

import asyncio
import sys

from redis.asyncio import Redis

from newsroom.guarded_http import GuardedHttp
from newsroom.settings import FetchSettings, Settings, WebhookSettings
from newsroom_publish.webhooks import create_webhooks


async def main(redis_url: str) -> None:
    settings = Settings(
        fetch=FetchSettings(allow_private_addresses=True),
        webhooks=WebhookSettings(timeout_seconds=1, retry_seconds=(0.1, 0.5, 1), retry_jitter=0),
    )
    async with Redis.from_url(redis_url) as redis, GuardedHttp(settings.fetch) as http:
        webhooks = create_webhooks(settings, redis, http)
        await webhooks.start()
        print("delivering", flush=True)  # noqa: T201 - what the test waits for
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
