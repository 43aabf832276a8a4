"""Rewrite proposals for marked claims: coverage, and preservation of quantities, substances, parts and years.

`python -m benchmarks.claims.rewriting [SENTENCES]` checks ninety claims in nine languages, marked with the words that a
proposal must preserve. It also counts how readers rated the proposals for seven hundred more claims:
`tests/claims/rewriting/proposals.tsv`. With SENTENCES, lines such as `de|Nachhaltige Zahnbürste`, it prints every
proposal for review by people, because no count can show whether a proposal is sound.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.support.claims.rewriting_claims import proposed, rewritten

READ = Path(__file__).parents[2] / "tests" / "claims" / "rewriting" / "proposals.tsv"
MARKED = Path(__file__).parents[2] / "tests" / "service" / "schemes" / "claims" / "rewrites.jsonl"


class Counted(NamedTuple):
    """Counts of the claims of a language: all, found, with a proposal, fully preserved; and the lost words."""

    claims: int
    found: int
    proposed: int
    kept: int
    lost: tuple[str, ...]


def counted(language: str) -> Counted:
    """Count over the marked claims of a language."""
    marked = [
        each for each in map(json.loads, MARKED.read_text(encoding="utf-8").splitlines()) if each["lang"] == language
    ]
    with_rewriting = with_sentence = kept = 0
    lost: list[str] = []
    for each in marked:
        sentences = proposed(each["claim"], language)
        with_rewriting += bool(rewritten(each["claim"], language))
        with_sentence += bool(sentences)
        words = [one["claim"] for one in each["keep"].values() if one["claim"].casefold() in each["claim"].casefold()]
        missing = [word for word in words if not any(word.casefold() in one.casefold() for one in sentences)]
        kept += bool(sentences) and not missing
        if sentences:
            lost += (f"{each['claim']}: {word}" for word in missing)
    return Counted(len(marked), with_rewriting, with_sentence, kept, tuple(lost))


def readings(language: str) -> Counter[str]:
    """Count how the proposals for claims of a language were read."""
    rows = (line.split("\t") for line in READ.read_text(encoding="utf-8").splitlines()[1:])
    return Counter(row[1] for row in rows if row[0] == language)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts, or the proposals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", nargs="?", type=Path)
    options = parser.parse_args(arguments)
    if options.sentences is not None:
        for line in options.sentences.read_text(encoding="utf-8").splitlines():
            language, _, text = line.partition("|")
            for each in rewritten(text, language):
                answer = "nothing" if each is None else each.text or f"to be shown: {each.needs}"
                print(f"{language} | {text} | {answer}")
        return
    for language in ("en", "de", "fr", "es", "it", "nl", "da", "sv", "zh"):
        figures = counted(language)
        print(
            f"{language}: {figures.claims} claims, {figures.found} found, {figures.proposed} with a sentence, "
            f"{figures.kept} keep all that is marked"
        )
        for lost_word in figures.lost:
            print(f"    lost: {lost_word}")
        print("    read: " + ", ".join(f"{count} {reading}" for reading, count in readings(language).most_common()))


if __name__ == "__main__":
    main()
