"""Precision and recall of the screening, classifier included, on texts that developers do not read.

`python -m benchmarks.claims.unread` screens the texts in `tests/claims/screening/unread/`: whole pages with every claim
marked, phrases, sentences of reports, and denials with sentences that only sound like denials. Each was written before
any measurement, by an author who had not read lexicon, corpus or results. Only totals are printed: a developer who has
seen a mistake must write new texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.claims.heard import is_heard
from benchmarks.claims.pages import figures, measured
from rules.claims.screening.screen import screen
from service.configuration.folders import CHECKOUT

UNREAD = CHECKOUT / "tests" / "claims" / "screening" / "unread"
PAGES = ("pages", "further_pages")
"""The folders of whole pages."""
KINDS = ("phrases", "reports", "denials")
"""The folders of single sentences, a file for each language."""


def answers(folder: Path, *, perhaps: bool) -> Iterator[tuple[bool, bool]]:
    """Screen the sentences of a folder. Yield for each whether a claim is detected, and whether it is a claim."""
    for path in sorted(folder.glob("*.jsonl")):
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            result = screen(entry["text"], languages=(path.stem,))
            yield is_heard(result, perhaps=perhaps), bool(entry["claim"])


def score(pairs: list[tuple[bool, bool]]) -> str:
    """Write recall, precision and F1."""
    right = sum(heard and claim for heard, claim in pairs)
    claims, heard_count = sum(claim for _, claim in pairs), sum(heard for heard, _ in pairs)
    return (
        f"{len(pairs)} sentences, recall {right / max(claims, 1):.2f} of {claims}, precision"
        f" {right / max(heard_count, 1):.2f}, F1 {2 * right / max(claims + heard_count, 1):.2f}"
    )


def main() -> None:
    """Measure and print."""
    for perhaps in (False, True):
        print("with what may be claims:" if perhaps else "what is heard:")
        for name in PAGES:
            print(f"  {name}: {figures(measured(UNREAD / name, perhaps=perhaps))}")
        for name in KINDS:
            print(f"  {name}: {score(list(answers(UNREAD / name, perhaps=perhaps)))}")


if __name__ == "__main__":
    main()
