"""Import of the second evaluator, which is in no package, for tests."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "recomputation"
if str(FOLDER) not in sys.path:
    sys.path.append(str(FOLDER))

# The modules are importable only after the path was extended.
from recompute.canonical import canonical, digest, record_bytes  # noqa: E402
from recompute.command import main as command  # noqa: E402
from recompute.conditions import answer  # noqa: E402
from recompute.days import day_number, shifted, time_between  # noqa: E402
from recompute.formulas import compute  # noqa: E402
from recompute.intervals import Interval, divide, exactly, interval, multiply, write_interval  # noqa: E402
from recompute.known import Choice, Number, Seen  # noqa: E402
from recompute.numbers import round_to  # noqa: E402
from recompute.recomputing import Report, recompute  # noqa: E402
from recompute.scales import given  # noqa: E402
from recompute.shown import differences, not_compared  # noqa: E402
from recompute.words import GivenError  # noqa: E402

__all__ = [
    "FOLDER", "ROOT", "Choice", "GivenError", "Interval", "Number", "Report", "Seen", "answer", "canonical", "command",
    "compute", "day_number", "differences", "digest", "divide", "exactly", "given", "interval", "multiply",
    "not_compared", "recompute", "record_bytes", "round_to", "shifted", "time_between", "write_interval",
]  # fmt: skip
