"""Precision and recall of the screening on whole pages with marked claims, by text kind and language.

`python -m benchmarks.claims.pages [FOLDER] [--language CODE ...] [--errors]` screens the texts of a folder with a
`gold.json` that marks every claim (see the README of `tests/claims/screening/pages/`). It prints correct, false and
missed claims by kind of text and by language.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.claims.heard import counts
from rules.claims.screening.candidates import Candidate
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.screen import screen
from service.configuration.folders import CHECKOUT
from service.schemes.claims.documents.document_reader import read_bytes

PAGES = CHECKOUT / "tests" / "claims" / "screening" / "pages"


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked words and their spans in the text; no spans if the parsed text does not contain the words."""

    words: str
    places: tuple[tuple[int, int], ...]

    def touches(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self.places)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one text: correct spans, false spans, number of traps touched, and missed claims."""

    name: str
    language: str
    kind: str
    claims: int
    right: tuple[Candidate, ...]
    false: tuple[Candidate, ...]
    traps: int
    missed: tuple[str, ...]


def measured(folder: Path, languages: Sequence[str] = SCREENED_LANGUAGES, *, perhaps: bool = False) -> list[Outcome]:
    """Screen the texts of a folder in the selected languages. Doubtful claims count if `perhaps` is set."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [
        _measured(folder, name, marks, perhaps=perhaps)
        for name, marks in sorted(gold.items())
        if marks["lang"] in languages and marks["lang"] in SCREENED_LANGUAGES
    ]


def _measured(folder: Path, name: str, marks: Mapping[str, Any], *, perhaps: bool) -> Outcome:
    document = read_bytes((folder / name).read_bytes(), name=name)
    claims, traps, doubtful = (
        [marked(document.text, each) for each in marks.get(part, ())] for part in ("claims", "traps", "doubtful")
    )
    result = screen(document.text, heads=document.cell_heads)
    candidates = [each for each in result.candidates if counts(each, perhaps=perhaps)]
    right = [each for each in candidates if any(claim.touches(each.start, each.end) for claim in claims)]
    others = [each for each in candidates if each not in right]
    false = [each for each in others if not any(mark.touches(each.start, each.end) for mark in doubtful)]
    return Outcome(
        name,
        str(marks["lang"]),
        "unrelated" if marks.get("slot") == "unrelated" else str(marks["kind"]),
        len(claims),
        tuple(right),
        tuple(false),
        sum(any(mark.touches(each.start, each.end) for each in false) for mark in traps),
        tuple(claim.words for claim in claims if not any(claim.touches(each.start, each.end) for each in right)),
    )


def marked(text: str, mark: Mapping[str, Any]) -> Marked:
    """Find marked words in a text, ignoring whitespace."""
    words, occurrence = mark["words"], mark.get("occurrence")
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    bare, wanted = "".join(text[place] for place in kept), "".join(words.split())
    places: list[tuple[int, int]] = []
    start = bare.find(wanted)
    while start >= 0 and wanted:
        places.append((kept[start], kept[start + len(wanted) - 1] + 1))
        start = bare.find(wanted, start + 1)
    return Marked(words, tuple(places if occurrence is None else places[occurrence - 1 : occurrence]))


def figures(outcomes: Sequence[Outcome]) -> str:
    """Write recall and precision of some texts."""
    claims, missed = sum(each.claims for each in outcomes), sum(len(each.missed) for each in outcomes)
    right, false = sum(len(each.right) for each in outcomes), sum(len(each.false) for each in outcomes)
    return (
        f"{len(outcomes)} texts, recall {_share(claims - missed, claims)} of {claims}, "
        f"precision {_share(right, right + false)} ({false} false), {sum(each.traps for each in outcomes)} traps"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the figures of all texts, of each kind of text and of each language."""
    yield f"all: {figures(outcomes)}"
    for what in ("kind", "language"):
        for value in sorted({getattr(each, what) for each in outcomes}):
            yield f"  {value}: {figures([each for each in outcomes if getattr(each, what) == value])}"


def errors(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the missed and false claims of each text."""
    for each in outcomes:
        yield f"== {each.name}"
        yield from (f"  missed: {words}" for words in each.missed)
        for false in each.false:
            terms = ", ".join(term.term for term in false.terms)
            yield f"  false ({terms}; {false.confidence}, {false.percent}): {false.quote!r} in {false.sentence.quote!r}"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES, help="texts with a gold.json")
    parser.add_argument("--language", nargs="+", default=SCREENED_LANGUAGES, help="only texts in these languages")
    parser.add_argument("--perhaps", action="store_true", help="count what may be no claim, too")
    parser.add_argument("--errors", action="store_true", help="tell every false one and every claim missed")
    options = parser.parse_args()
    outcomes = measured(options.folder, options.language, perhaps=options.perhaps)
    print("\n".join(report(outcomes)))
    if options.errors:
        print("\n".join(errors(outcomes)))


if __name__ == "__main__":
    main()
