"""How many slips of each card of the desk do its examples notice? Writes the table of docs/mutation.md and its twin.

Called as `python -m benchmarks.mutation [CARD …]`.

Without cards all are tried, which takes minutes; rows of others stay as they are.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from rules.language.compiler import compile_folder
from rules.rehearsal.mutation import MutationReport, mutate
from service.answering.terminal.desk import read_sources
from service.answering.terminal.mutation_text import percent_noticed
from service.gazette.tables import FOLDER, Shelf

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "features"
PAGES = {
    "mutation.md": "| card | version | examples | slips | noticed | % | seconds |",
    "mutation.zh.md": "| 评分卡 | 版本 | 例子 | 笔误 | 察觉 | % | 秒 |",
}
_TABLE = re.compile(r"<!-- scores -->\n.*?<!-- end of scores -->", re.DOTALL)
_ROW = re.compile(r"^\| ([a-z][a-z0-9-]+) \|.*$", re.MULTILINE)


def measured(card: str) -> tuple[MutationReport, float]:
    """Try one card of the desk, and say how many seconds of the processor that took."""
    tables = Shelf(ROOT / "scorecards" / FOLDER)
    compilation = compile_folder(read_sources(DESK / card), tables=tables)
    if compilation.scorecard is None:
        raise SystemExit(f"{card} does not compile")
    begun = time.process_time()
    report = mutate(compilation, compilation.scorecard, "en", tables=tables)
    return report, time.process_time() - begun


def row(report: MutationReport, seconds: float) -> str:
    """Write the row of a card."""
    cells = (report.card, report.version, report.examples, report.tried, report.noticed, percent_noticed(report))
    return f"| {' | '.join(map(str, cells))} | {seconds:.0f} |"


def write(rows: dict[str, str]) -> None:
    """Put rows into both pages, beside those that stand there."""
    for name, head in PAGES.items():
        page = ROOT / "docs" / name
        text = page.read_text(encoding="utf-8")
        scores = _TABLE.search(text)
        there = {found[1]: found[0] for found in _ROW.finditer(scores[0] if scores is not None else "")}
        every = [line for card, line in sorted({**there, **rows}.items()) if (DESK / card).is_dir()]
        table = "\n".join((head, "|---|---|---|---|---|---|---|", *every))
        page.write_text(_TABLE.sub(f"<!-- scores -->\n{table}\n<!-- end of scores -->", text), encoding="utf-8")


def main() -> None:
    """Measure and write, card by card."""
    cards = sys.argv[1:] or sorted(path.name for path in DESK.iterdir() if path.name != "vocabulary")
    for card in cards:
        line = row(*measured(card))
        print(line, flush=True)
        write({card: line})


if __name__ == "__main__":
    main()
