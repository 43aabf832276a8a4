"""Paths of installed data: published scorecards and reference tables, in a wheel or a checkout."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
"""The folder that holds `service/`, and in a checkout also `scorecards/` and `features/`."""
CARRIED = CHECKOUT / "service" / "scorecards"
"""Where a wheel carries the published scorecards (`pyproject.toml`); a checkout has no such folder."""
PUBLISHED = CARRIED if CARRIED.is_dir() else CHECKOUT / "scorecards"
"""The published scorecards and reference tables that come with the software."""
