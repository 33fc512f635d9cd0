"""The report as JSON, in the versioned form of `checker.serial`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def render(report: Mapping[str, Any], *, made_from: str = "") -> str:
    """One JSON object with its keys in the order of the records, two blanks a level.

    `made_from` is the key of the drafts of a report that is written to a file.
    """
    marked = {"schema": report["schema"], "made_from": made_from, **report} if made_from else report
    return json.dumps(marked, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
