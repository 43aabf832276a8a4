"""Coverage-guided fuzzing of the readers, for a chosen duration.

`atheris` is not a dependency: install it additionally (`pip install 'atheris>=3,<4'`), if a wheel exists for this
Python version. Findings are written to the folder; after the fix, they belong in `tests/corpus/fuzzed`.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

_LONGEST_SECONDS = 5


def main() -> None:
    """Read the command line, and fuzz one reader."""
    names = ("features", "dossier", "workbook", "passport", "quarterly-report", "pages")
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=names)
    parser.add_argument("--minutes", type=float, default=5, help="how long (5)")
    parser.add_argument("--folder", type=Path, default=Path("var/fuzzed"), help="for what is tried, and found")
    parser.add_argument("--longest", type=int, default=_LONGEST_SECONDS, help="seconds that are a hang (5)")
    options = parser.parse_args()
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["rules", "service"]):
        target = import_module("tests.fuzz.targets").TARGETS[options.target]
    tried = options.folder / options.target
    tried.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (tried / f"seed-{number}").write_bytes(seed)
    arguments = [
        sys.argv[0],
        f"-max_total_time={int(60 * options.minutes)}",
        f"-timeout={options.longest}",
        "-rss_limit_mb=3000",
        "-max_len=20000",
        "-print_final_stats=1",
        f"-artifact_prefix={options.folder}/{options.target}-",
        str(tried),
    ]
    atheris.Setup(arguments, target.try_)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
