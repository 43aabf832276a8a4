"""The second evaluator, which stands outside of all packages, as tests call it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "recomputation"
if str(FOLDER) not in sys.path:
    sys.path.append(str(FOLDER))

from recompute.recomputing import Report, recompute  # noqa: E402 - found only now

__all__ = ["FOLDER", "ROOT", "Report", "recompute"]
