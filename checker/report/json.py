"""The report as JSON, in the versioned form of `checker.serial`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def render(report: Mapping[str, Any]) -> str:
    """One JSON object with its keys in the order of the records, two blanks a level."""
    return json.dumps(report, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
