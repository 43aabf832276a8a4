"""Weights of the claim score: logistic regression on classifier and encoder scores of texts not seen in training.

`python -m benchmarks.claims.scoring` fits the weights in `rules/claims/screening/claim_score.toml` on the calibration
batches and on the held-out pages, which neither model learned from. The weights combine the classifier, the encoder,
the sentence length and the lexicon hints. It prints the quality by cross-validation and on the test batches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.claims.corpus import IN_DOCUMENTS, TEST, Text
from benchmarks.claims.hearing import (
    HELD_OUT,
    ON_PAGES,
    calibrates,
    digest as corpus_digest,
    examples,
    heard,
    heard_alone,
    unit_number,
)
from rules.claims.screening.claim_classifier import ClaimClassifier, load_classifier
from rules.claims.screening.claim_detection import Evidence, Place, ScoreWeights, percent_of
from rules.claims.screening.encoder.encoder_files import FILE, load_encoder
from service.configuration.folders import CHECKOUT

if TYPE_CHECKING:
    from numpy.typing import NDArray

PATH = CHECKOUT / "rules" / "claims" / "screening" / "claim_score.toml"
ENCODER = PATH.with_name(FILE)
HINTS = (
    "claimed", "sure high", "sure medium", "sure low", "denied", "masked", "sign page others", "sign page law",
    "sign page denied", "sign page asked", "sign page open", "sign page own", "sign page topic", "sign page thing",
    "sign page better",
)  # fmt: skip
"""Hints weighed in addition to the classifier, although it uses them too: they can decide a whole sentence."""
PLACES: tuple[Place, ...] = ("alone", "text")
PENALTY = 1.0
_STEPS = 8
_PARTS = 5
_HUNDREDTHS = 100

Meaning = Callable[[str], int]


class Row(NamedTuple):
    """A text as scored: the evidence of its highest-scoring sentence, and the encoder score."""

    text: Text
    evidence: Evidence
    encoder: int

    def numbers(self, *, with_encoder: bool) -> list[float]:
        return [
            *(float(self.evidence.place == place) for place in PLACES),
            self.evidence.classifier / _HUNDREDTHS,
            *([self.encoder / _HUNDREDTHS] if with_encoder else []),
            float(self.evidence.length),
            *(float(hint in self.evidence.hints) for hint in HINTS),
        ]


def rows(texts: Sequence[Text], score: Callable[[Text, int], int], meaning: Meaning) -> Iterator[Row]:
    """Yield the highest-scoring sentence, or short whole text, of each text."""
    for text in texts:
        place: Place = "text" if text.batch.startswith((ON_PAGES, IN_DOCUMENTS)) else "alone"
        pieces = [(number, heard(text)[number]) for number in heard_alone(text)]
        candidates = [
            Row(
                text,
                Evidence(piece.words, text.language, score(text, number), piece.hints, place),
                meaning(piece.words),
            )
            for number, piece in pieces
        ]
        yield max(candidates, key=lambda row: row.evidence.classifier + row.encoder)


def stored_score(classifier: ClaimClassifier) -> Callable[[Text, int], int]:
    """Score pieces by the weights that the program has."""
    return lambda text, number: classifier.score(heard(text)[number].folded, text.language, heard(text)[number].hints)


def fit(numbers: NDArray[np.float64], claims: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit a logistic regression by Newton's method. The intercepts are barely penalized."""
    weights = np.zeros(numbers.shape[1])
    penalty = np.array([1e-3] * len(PLACES) + [PENALTY] * (numbers.shape[1] - len(PLACES)))
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-numbers @ weights))
        slope = numbers.T @ (chances - claims) + penalty * weights
        bend = (numbers * (chances * (1 - chances))[:, None]).T @ numbers + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def table(weights: NDArray[np.float64], *, with_encoder: bool) -> ScoreWeights:
    """Return fitted weights in hundredths."""
    whole = iter(np.rint(weights * _HUNDREDTHS).astype(int).tolist())
    return ScoreWeights(
        start={place: next(whole) for place in PLACES},
        classifier=next(whole),
        encoder=next(whole) if with_encoder else 0,
        length=next(whole),
        hint={hint: next(whole) for hint in HINTS},
    )


def written(tables: Mapping[str, ScoreWeights], encoder: str) -> str:
    """Write the tables, and the digest of the encoder's file, as TOML."""
    lines = [
        "# Weights of the claim score, in hundredths, as python -m benchmarks.claims.scoring writes them:",
        "# [words] without the encoder, [meaning] with it, and the digest of its file.",
        f"encoder = {json.dumps(encoder)}",
    ]
    for name, weights in tables.items():
        lines += ["", f"[{name}]", f"classifier = {weights.classifier}"]
        lines += [f"encoder = {weights.encoder}"] if weights.encoder else []
        lines += [f"length = {weights.length}", "", f"[{name}.start]"]
        lines += [f"{place} = {weights.start[place]}" for place in PLACES]
        lines += ["", f"[{name}.hint]", *(f"{json.dumps(hint)} = {weight}" for hint, weight in weights.hint.items())]
    return "\n".join(lines) + "\n"


def figures(claims: NDArray[np.float64], percents: NDArray[np.int64]) -> str:
    """Write recall and precision from some shares on."""
    told = []
    for least in (10, 25, 40, 50, 60, 75):
        loud = percents >= least
        right = float(claims[loud].sum())
        told.append(f"{least} %: {right / max(claims.sum(), 1):.2f}, {right / max(int(loud.sum()), 1):.2f}")
    return "; ".join(told)


def known_rows(texts: Sequence[Text] | None = None) -> list[Row]:
    """Score texts with the models of the program; by default those of the held-out fold and of calibration."""
    if texts is None:
        texts = [each for each in examples() if calibrates(each)]
    encoder, classifier = load_encoder(encoder_digest()), load_classifier()
    words = list(dict.fromkeys(piece.words for each in texts for piece in heard(each)))
    scores = [each.score for each in encoder.meanings(words)]
    return list(rows(texts, stored_score(classifier), dict(zip(words, scores, strict=True)).__getitem__))


def encoder_digest() -> str:
    """Return the digest of the encoder's file."""
    return hashlib.sha256(ENCODER.read_bytes()).hexdigest()


def cross_fitted_percents(known: Sequence[Row], *, with_encoder: bool = True) -> NDArray[np.int64]:
    """Return the percentage of each row, by weights fitted on the other parts. A page is in one part."""
    numbers = np.array([row.numbers(with_encoder=with_encoder) for row in known])
    claims = np.array([float(row.text.claim) for row in known])
    part_of = np.array([unit_number(row.text) // HELD_OUT % _PARTS for row in known])
    percents = np.zeros(len(known), np.int64)
    for part in range(_PARTS):
        weights = table(fit(numbers[part_of != part], claims[part_of != part]), with_encoder=with_encoder)
        for number in np.flatnonzero(part_of == part).tolist():
            percents[number] = percent_of(weights.score(known[number].evidence, known[number].encoder))
    return percents


def main() -> None:
    """Fit and write the weights, and print their quality."""
    texts = examples()
    if load_classifier().facts.corpus != corpus_digest(texts):
        raise SystemExit("The classifier is of another corpus: python -m benchmarks.claims.hearing")
    known = known_rows([each for each in texts if calibrates(each)])
    test = known_rows([each for each in texts if each.batch.startswith(TEST)])
    claims = np.array([float(row.text.claim) for row in known])
    tables: dict[str, ScoreWeights] = {}
    for name, with_encoder in (("words", False), ("meaning", True)):
        numbers = np.array([row.numbers(with_encoder=with_encoder) for row in known])
        tables[name] = table(fit(numbers, claims), with_encoder=with_encoder)
        percents = cross_fitted_percents(known, with_encoder=with_encoder)
        for place in PLACES:
            here = np.array([row.evidence.place == place for row in known])
            print(f"{name}, {place}, {int(here.sum())} texts: {figures(claims[here], percents[here])}")
        tested = np.array([percent_of(tables[name].score(row.evidence, row.encoder)) for row in test])
        print(f"{name}, test: {figures(np.array([float(row.text.claim) for row in test]), tested)}")
    PATH.write_text(written(tables, encoder_digest()), encoding="utf-8")


if __name__ == "__main__":
    main()
