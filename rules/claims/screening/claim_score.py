"""Claim score of a sentence: one sum of classifier, encoder and lexicon evidence, as log-odds.

A score is in hundredths of the natural log-odds. `claim_score.toml` contains the weights of a cheap score, and of the
score with the encoder, which is computed where the cheap score leaves doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from rules.claims.screening.candidates import Balance
from rules.claims.screening.encoder.encoder_files import load_encoder
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.claim_classifier import Hints

Place = Literal["alone", "text"]
"""alone: a slogan or a few sentences; text: a longer text, where few sentences are claims."""
MIN_PERCENT_BY_BALANCE: Mapping[Balance, int] = {"cautious": 75, "balanced": 50, "keen": 25}
"""Minimum percentage of a detected claim."""
PERHAPS = 20
_DOUBTFUL_PERCENTAGES = range(3, 98)
_LETTERS_PER_CHINESE_CHARACTER = 3
_MAX_LENGTH_CLASS = 9
_BEGINNING = re.compile(r"(?:^|[.!?…]\s+)\w")
_HUNDREDTHS = 100
_MIN_SCORE_BY_PERCENT = tuple(
    int(((Decimal(percent) / (100 - percent)).ln() * _HUNDREDTHS).to_integral_value()) for percent in range(1, 100)
)


class Evidence(NamedTuple):
    """Evidence on a sentence in one language: its words, classifier score and hints."""

    words: str
    language: str
    classifier: int
    hints: Hints
    place: Place

    @property
    def length(self) -> int:
        return min(
            (len(self.words) * (_LETTERS_PER_CHINESE_CHARACTER if self.language == "zh" else 1)).bit_length(),
            _MAX_LENGTH_CLASS,
        )


class ScoreWeights(FrozenModel):
    """Weights of a claim score, in hundredths."""

    start: Mapping[Place, int]
    classifier: int
    encoder: int = 0
    length: int
    hint: Mapping[str, int]

    def score(self, evidence: Evidence, encoder: int = 0) -> int:
        scores = self.classifier * evidence.classifier + self.encoder * encoder
        return (
            self.start[evidence.place]
            + scores // _HUNDREDTHS
            + self.length * evidence.length
            + sum(weight for hint, weight in self.hint.items() if hint in evidence.hints)
        )


class _ScoreFile(FrozenModel):
    encoder: str
    words: ScoreWeights
    meaning: ScoreWeights


@cache
def score_weights() -> _ScoreFile:
    """Load the score weights."""
    return TomlSource.of("claim_score.toml").read(_ScoreFile)


def claim_scores(evidence: Sequence[Evidence]) -> list[int]:
    """Score sentences, with the encoder only where the cheap score leaves doubt.

    Raises:
        InstallationError: If an encoder file is missing, invalid or of another version.
    """
    scores = list(map(cheap_score, evidence))
    doubtful = [index for index, score in enumerate(scores) if percent_of(score) in _DOUBTFUL_PERCENTAGES]
    if doubtful:
        texts = [_with_capitals(evidence[index].words) for index in doubtful]
        meanings = load_encoder(score_weights().encoder).scores(texts)
        for index, meaning in zip(doubtful, meanings, strict=True):
            scores[index] = score_weights().meaning.score(evidence[index], meaning)
    return scores


def _with_capitals(words: str) -> str:
    """Capitalize sentence beginnings in lower-case text, as in the training data of the encoder."""
    return _BEGINNING.sub(lambda match: match[0].title(), words) if words.islower() else words


def cheap_score(evidence: Evidence) -> int:
    """Score a sentence without the encoder."""
    return score_weights().words.score(evidence)


def percent_of(score: int) -> int:
    """Return the percentage of claims among sentences with this score."""
    return bisect_right(_MIN_SCORE_BY_PERCENT, score)
