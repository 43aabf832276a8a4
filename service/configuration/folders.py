"""Paths of installed data in a wheel or checkout, and of the profiles of a user."""

from __future__ import annotations

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
"""Parent of the service package; the repository root in a checkout."""
CARRIED = CHECKOUT / "service" / "scorecards"
"""Published scorecards in a wheel; absent in a checkout."""
PUBLISHED = CARRIED if CARRIED.is_dir() else CHECKOUT / "scorecards"


def profiles_path() -> Path:
    """Return the path of the profile file."""
    return Path(os.environ.get("TOUCHSTONE_PROFILES", "") or "~/.config/touchstone/profiles.toml").expanduser()
