"""CBAM benchmark: processor time and peak memory of a yearly declaration, and of comparing all borders.

The same command reads a tenth of the lines and all of them. Both are processes of their own, so that the highest
resident memory of each is its own.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from service.configuration.folders import CHECKOUT
from service.gazette.tables import TableStore

HEADER = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"
COUNTRIES = ("BR", "CN", "IN", "TR", "UA", "DZ", "AU", "US", "KR", "VN", "ZA", "RU", "EG", "ID", "GB")
DAYS = 300


def write_lines(path: Path, count: int) -> None:
    """Write lines of every code that is in scope, one country after the other."""
    codes = [row[0] for row in TableStore(CHECKOUT / "scorecards" / "tables").newest("cbam-annex-i").rows]
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(f"{HEADER}\n")
        rows = csv.writer(file)
        for number in range(count):
            day = date(2026, 1, 1) + timedelta(number % DAYS)
            code, country = codes[number * 7 % len(codes)], COUNTRIES[number % len(COUNTRIES)]
            rows.writerow([number, code, country, day, 1 + number % 977, "no", "default", 0])


def run(path: Path, *asked: str) -> tuple[float, float]:
    """Run a CBAM command on a file and return its processor time in seconds and its peak memory in MB."""
    command = [sys.executable, "-m", "service.cli.main", "cbam", *asked, str(path), "--format", "json"]
    out = path.with_suffix(".json")
    with subprocess.Popen([*command, "--out", str(out)], cwd=CHECKOUT) as process:  # noqa: S603 - ours
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1) or not out.stat().st_size:
        raise RuntimeError(f"the command ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000)
    count = parser.parse_args().lines
    with tempfile.TemporaryDirectory() as folder:
        for lines in (count // 10, count):
            path = Path(folder) / f"goods-{lines}.csv"
            write_lines(path, lines)
            declared, megabytes = run(path, "declare")
            print(f"declare: {lines} lines, {declared:.1f} s of processor time, {megabytes:.0f} MB at most")
            seconds, megabytes = run(path, "compare", "--years", "2028", "--assume", "eu=80")
            print(f"compare: {lines} lines at all borders in one year, {seconds:.1f} s of processor time, ", end="")
            print(f"{seconds / declared:.2f} of declaring them, {megabytes:.0f} MB at most")


if __name__ == "__main__":
    main()
