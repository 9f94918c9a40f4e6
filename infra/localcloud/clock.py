"""The time as everything of ours sees it: a test may let it run ahead."""

import os
import re
from datetime import UTC, datetime, timedelta

SHIFT = os.environ.get("CLOCK_SHIFT", "")
"""By how much, in ISO 8601, whole hours and seconds: PT1080H, PT30S."""


def now() -> datetime:
    found = re.fullmatch(r"PT(?:(-?\d+)H)?(?:(-?\d+)S)?", SHIFT or "PT")
    return datetime.now(UTC) + timedelta(hours=int(found[1] or 0), seconds=int(found[2] or 0))
