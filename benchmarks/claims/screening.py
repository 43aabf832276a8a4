"""Quality and speed of the screening: labelled sentences, known traps and a page of 2,000 words.

The project's own sentences are in `tests/claims/screening/read/`, which is used for fitting, and in
`tests/claims/screening/unread/`, where developers do not read the mistakes. Labelled sentences of corporate reports are
not part of the project: pass the path of a JSON Lines file with `text` and `label` (1 for a claim). Its random half
with the fixed seed was inspected for mistakes while the lexicons were built. The other half is the valid measure.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.screen import screen
from service.configuration.folders import CHECKOUT

SEED = 20261120
_PAGE_WORDS = 2_000
_ROUNDS = 20
WAYS = (
    "words of claim alone",
    "with statements, not weighed",
    "weighed, all candidates",
    "weighed, high and medium confidence",
)
"""Ways to decide whether a sentence claims something; the last is the one that counts."""


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, nargs="?", help="labelled sentences; skipped without")
    options = parser.parse_args()
    _measure_traps()
    _measure_speed()
    own = CHECKOUT / "tests" / "claims" / "screening"
    for language in SCREENED_LANGUAGES:
        for name in ("read", "unread"):
            path = own / name / f"{language}.jsonl"
            if path.exists():
                _print_scores(f"own sentences, {language}, {name}", _read(path), language)
            else:
                print(f"own sentences, {language}, {name}: SKIPPED, there are none")
    if options.sentences is None or not options.sentences.is_file():
        print("labelled sentences: SKIPPED, no file of them was given")
        return
    sentences = _read(options.sentences)
    order = list(range(len(sentences)))
    random.Random(SEED).shuffle(order)  # noqa: S311 -- a fixed division, no secret
    half = len(order) // 2
    for name, part in (("seen half", order[:half]), ("other half", order[half:])):
        _print_scores(name, [sentences[index] for index in part], "en")


def _read(path: Path) -> list[tuple[str, bool]]:
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(each["text"], bool(each["claim"] if "claim" in each else each["label"])) for each in entries]


def _print_scores(name: str, sentences: Sequence[tuple[str, bool]], language: str) -> None:
    sure: dict[str, list[tuple[bool, bool]]] = {way: [] for way in WAYS}
    for text, label in sentences:
        weighed, plain = (
            screen(text, languages=(language,), weighed=on, hearing=None).candidates for on in (True, False)
        )
        of_words = [each for each in weighed if each.categories != ("statement",)]
        for way, candidates in zip(
            WAYS,
            (of_words, [each for each in plain if each.confidence != "low"], weighed,
             [each for each in weighed if each.confidence != "low"]),
            strict=True,
        ):  # fmt: skip
            sure[way].append((any(not each.negated for each in candidates), label))
    for way, answers in sure.items():
        _print_score(f"{name}, {way}", answers)


def _print_score(name: str, answers: Sequence[tuple[bool, bool]]) -> None:
    right = sum(found and label for found, label in answers)
    wrong = sum(found and not label for found, label in answers)
    missed = sum(label and not found for found, label in answers)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    score = 2 * right / max(2 * right + wrong + missed, 1)
    print(f"{name}: {len(answers)} sentences, precision {precision:.2f}, recall {recall:.2f}, F1 {score:.2f}")


def _measure_traps() -> None:
    lines = (CHECKOUT / "tests" / "claims" / "screening" / "traps.jsonl").read_text(encoding="utf-8").splitlines()
    avoided = 0
    for trap in map(json.loads, lines):
        categories = {
            category
            for candidate in screen(trap["text"]).candidates
            if not candidate.negated
            for category in candidate.categories
        }
        avoided += set(trap["must"]) <= categories and not set(trap["must_not"]) & categories
    print(f"traps avoided: {avoided} of {len(lines)}")


def _measure_speed() -> None:
    """Measure the time for a page with a claim in every seventh sentence."""
    plain = "The shop opens at nine and is closed on Sundays. Our staff will gladly help you to find the right size. "
    claim = "Our new bottle is made of 50% recycled plastic and will be climate neutral by 2030. "
    words = (((plain * 3 + claim) * 40).split() * 2)[:_PAGE_WORDS]
    page = "\n\n".join(" ".join(words[start : start + 80]) for start in range(0, _PAGE_WORDS, 80))
    began = time.process_time()
    screening = screen(page)
    first = time.process_time() - began
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        screen(page)
        times.append(time.process_time() - began)
    print(
        f"a page of {_PAGE_WORDS} words with {len(screening.candidates)} candidates: processor time, median "
        f"{statistics.median(times) * 1_000:.0f} ms (the first one, with reading the lexicons, {first * 1_000:.0f} ms)"
    )


if __name__ == "__main__":
    main()
