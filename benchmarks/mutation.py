"""Mutation score of each card: share of mutants that its examples detect; writes benchmarks/mutation_scores.md.

Usage: `python -m benchmarks.mutation [CARD …]`.

Without arguments, all cards are measured, which takes minutes. With arguments, the rows of other cards do not change.
The scores are stored with a digest of the rules and examples. A test uses the digest to detect that a card has changed
since.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.contracts.canonical import canonical_bytes, digest
from rules.language.compiler import compile_folder
from rules.language.lexicon import language_of, load_lexicon
from rules.rehearsal.mutation import MutationReport, mutate
from service.gazette.tables import FOLDER, TableStore
from service.input.justified_mutants import ARGUED, read_equivalent_mutants
from service.output.terminal.draft_folder import read_folder_sources, read_sources
from service.output.terminal.render_mutation import percent_noticed

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "features"
SCORES = ROOT / "benchmarks" / "mutation_scores.json"
PAGE = ROOT / "benchmarks" / "mutation_scores.md"
_HEAD = """# How many slips of each card do its examples notice?

What slips, and what is argued: [publication.md](../docs/publication.md#find-sentences-without-an-example).
The drafts of the desk, whose rules are those of the newest published versions. Per cent of the slips that are not
argued; seconds of one core. Written by `python -m benchmarks.mutation`.

| card | version | examples | slips | noticed | argued | % | seconds |
|---|---|---|---|---|---|---|---|
"""


def measured(card: str) -> tuple[MutationReport, float]:
    """Run the mutants of one card and return the report and the processor time in seconds."""
    tables = TableStore(ROOT / "scorecards" / FOLDER)
    compilation = compile_folder(read_sources(DESK / card), tables=tables)
    if compilation.scorecard is None:
        raise SystemExit(f"{card} does not compile")
    begun = time.process_time()
    argued = read_equivalent_mutants(DESK / card)
    report = mutate(compilation, compilation.scorecard, "en", tables=tables, argued=argued)
    return report, time.process_time() - begun


def tried_digest(card: str) -> str:
    """Return the digest of the newest published rules, the card's examples and its equivalent mutants."""
    versions = [path for path in (ROOT / "scorecards" / card).glob("*.json") if path.stem.replace(".", "").isdigit()]
    newest = max(versions, key=lambda path: tuple(map(int, path.stem.split("."))))
    rules = orjson.loads(newest.read_bytes())["rule_digest"]
    argued = DESK / card / ARGUED
    argument_text = argued.read_text(encoding="utf-8") if argued.exists() else ""
    examples = {path: list(_examples(path, text)) for path, text in read_folder_sources(DESK / card).items()}
    return digest(canonical_bytes({"rules": rules, "examples": examples, "argued": argument_text}))


def _examples(path: str, text: str) -> Iterator[str]:
    """Yield the scenario lines of a file, with normalized whitespace."""
    keywords = load_lexicon(language_of(path) or "en").keywords
    begins = tuple(f"{keywords[name]}:" for name in ("scenario", "outline"))
    ends = tuple(f"{keywords[name]}:" for name in ("feature", "background", "rule"))
    inside = False
    for line in text.split("\n"):
        normalized_line = " ".join(line.split())
        inside = normalized_line.startswith(begins) or (inside and not normalized_line.startswith(ends))
        if inside and normalized_line and not normalized_line.startswith("#"):
            yield normalized_line


def score(report: MutationReport, seconds: float) -> dict[str, str | int]:
    """Return the stored entry of a card."""
    return {
        "version": report.version,
        "examples": report.examples,
        "tried": report.tried,
        "noticed": report.noticed,
        "argued": report.argued,
        "percent": percent_noticed(report),
        "seconds": round(seconds),
        "digest": tried_digest(report.card),
    }


def kept() -> dict[str, dict[str, str | int]]:
    """Return the stored scores by card."""
    scores: dict[str, dict[str, str | int]] = orjson.loads(SCORES.read_bytes()) if SCORES.exists() else {}
    return scores


def write(scores: dict[str, dict[str, str | int]]) -> None:
    """Merge scores with those of other cards, store them, and write the page."""
    every = {card: one for card, one in sorted({**kept(), **scores}.items()) if (DESK / card).is_dir()}
    SCORES.write_bytes(orjson.dumps(every, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    shown = ("version", "examples", "tried", "noticed", "argued", "percent", "seconds")
    rows = [f"| {' | '.join((card, *(str(one[name]) for name in shown)))} |" for card, one in every.items()]
    PAGE.write_text("\n".join((_HEAD.rstrip(), *rows, "")), encoding="utf-8")


def main() -> None:
    """Measure and write, card by card."""
    cards = sys.argv[1:] or sorted(path.name for path in DESK.iterdir() if path.name != "vocabulary")
    for card in cards:
        report, seconds = measured(card)
        write({card: score(report, seconds)})
        print(card, percent_noticed(report), *(one.name for one in report.survivors if not one.because), flush=True)


if __name__ == "__main__":
    main()
