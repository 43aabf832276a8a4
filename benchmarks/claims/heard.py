"""Precision and recall of the screening on held-out corpus texts, by language, difficulty and balance.

`python -m benchmarks.claims.heard [SENTENCES]` measures the whole screening on the test batches of the corpus, by
language and difficulty and for each balance, with and without the classifier. The results on calibration batches are
too optimistic, because the scores were fitted on them; they are reported separately. SENTENCES is as in
`benchmarks.claims.screening`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.claims.corpus import CALIBRATION, DIFFICULTIES, LANGUAGES, TEST, Text, corpus
from rules.claims.screening.candidates import BALANCES, Balance, Candidate, ScreeningResult
from rules.claims.screening.claim_classifier import load_classifier
from rules.claims.screening.screen import screen

WAYS: tuple[Balance | None, ...] = (None, *BALANCES)


class Answer(NamedTuple):
    """A text, whether a claim was detected, and whether the detected kind is correct."""

    text: Text
    heard: bool
    kind: bool


def answers(texts: Sequence[Text], way: Balance | None, *, told: bool) -> list[Answer]:
    """Screen texts, with the language known or detected."""
    text_answers: list[Answer] = []
    for text in texts:
        result = screen(text.text, languages=(text.language,) if told else (), hearing=way)
        kinds = {kind for each in result.candidates for kind in (*each.types, *each.possible_types)}
        text_answers.append(Answer(text, is_heard(result, perhaps=way == "keen"), bool(kinds.intersection(text.kinds))))
    return text_answers


def is_heard(result: ScreeningResult, *, perhaps: bool = False) -> bool:
    """Return whether a claim counts as detected. Doubtful claims count only if `perhaps` is set."""
    return any(counts(each, perhaps=perhaps) for each in result.candidates)


def counts(candidate: Candidate, *, perhaps: bool) -> bool:
    """Return whether a candidate counts. Negated claims never count; doubtful claims count only if `perhaps` is set."""
    return not candidate.negated and (perhaps or candidate.confidence != "low")


def figures(text_answers: Sequence[Answer]) -> str:
    """Return precision, recall by difficulty, and the share of detected claims with a correct kind, as text."""
    claims = [each for each in text_answers if each.text.claim]
    heard = [each for each in text_answers if each.heard]
    right = [each for each in heard if each.text.claim]
    recall = ", ".join(
        f"{name} {sum(each.heard for each in part)}/{len(part)}"
        for name in DIFFICULTIES
        for part in ([each for each in claims if each.text.difficulty == name],)
    )
    kinds = [each for each in right if each.text.kinds]
    return (
        f"precision {_share(len(right), len(heard))}, recall {_share(len(right), len(claims))} ({recall}), "
        f"kind right {_share(sum(each.kind for each in kinds), len(kinds))}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "-"


def report(texts: Sequence[Text]) -> Iterator[str]:
    """Yield the lines of the report for every language and balance."""
    for way in WAYS:
        for language_known in (True, False):
            text_answers = answers(texts, way, told=language_known)
            yield f"{way or 'lexicons alone'}, language {'told' if language_known else 'found out'}"
            for language in ("all", *LANGUAGES):
                own = [each for each in text_answers if language in ("all", each.text.language)]
                if own:
                    yield f"  {language}: {figures(own)}"


def _sentences(path: Path) -> list[Text]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        Text("en", "", number, bool(each["label"]), (), "report", "medium", each["text"])
        for number, each in enumerate(map(json.loads, lines), start=1)
    ]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, nargs="?", help="labelled sentences of others; skipped without")
    path = parser.parse_args().sentences
    texts = corpus()
    print(f"weights of {load_classifier().facts.texts:,} texts")
    for name, batch in (("test, never used", TEST), ("calibration, scores weighed by it", CALIBRATION)):
        part = [each for each in texts if each.batch.startswith(batch)]
        print(f"== {name}: {len(part)} texts")
        print("\n".join(report(part)))
    if path is None or not path.is_file():
        print("== labelled sentences: SKIPPED, no file of them was given")
        return
    print("== labelled sentences, nothing learned from them")
    for way in WAYS:
        text_answers = answers(_sentences(path), way, told=True)
        right = sum(each.heard and each.text.claim for each in text_answers)
        wrong = sum(each.heard is not each.text.claim for each in text_answers)
        print(f"{way or 'lexicons alone'}: {figures(text_answers)}, F1 {200 * right // max(2 * right + wrong, 1)} %")


if __name__ == "__main__":
    main()
