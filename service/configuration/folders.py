"""Paths of installed data in a wheel or checkout."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
"""Parent of the service package; the repository root in a checkout."""
CARRIED = CHECKOUT / "service" / "scorecards"
"""Published scorecards in a wheel; absent in a checkout."""
PUBLISHED = CARRIED if CARRIED.is_dir() else CHECKOUT / "scorecards"
