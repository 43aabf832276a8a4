"""Claim score of a sentence: one sum of what classifier, encoder and lexicons tell of it, as log-odds.

The weights stand in `claim_score.toml`, for a score without the encoder and one with it. A score is in hundredths of
the natural logarithm of the odds, so that each stands for a share: how many claim of a hundred that sound so.
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
"""Whether a sentence stands alone, as a slogan or one of a few, or in a longer text, of which few sentences claim."""
HEARD: Mapping[Balance, int] = {"cautious": 75, "balanced": 50, "keen": 25}
"""Of a hundred sentences that sound so, how many must claim for one to be heard."""
PERHAPS = 20
"""From so many on it may be a claim, and is shown as one that may be none."""
_DOUBT = range(3, 98)
"""The shares by the score of words alone for which the encoder is asked."""
_LETTERS = 3
"""So many letters say what a Chinese character does."""
_LONGEST = 9
_BEGINNING = re.compile(r"(?:^|[.!?…]\s+)\w")
_HUNDREDTHS = 100
_ODDS = tuple(
    int(((Decimal(percent) / (100 - percent)).ln() * _HUNDREDTHS).to_integral_value()) for percent in range(1, 100)
)
"""The score from which on 1, 2, ... 99 of a hundred claim."""


class Evidence(NamedTuple):
    """What is known of a sentence: its words, the score of the classifier, and what lexicons tell, in a language."""

    words: str
    language: str
    classifier: int
    hints: Hints
    place: Place

    @property
    def length(self) -> int:
        """How long it is, in powers of two of letters, up to the longest from which weights were learned."""
        return min((len(self.words) * (_LETTERS if self.language == "zh" else 1)).bit_length(), _LONGEST)


class ScoreWeights(FrozenModel):
    """Weights in hundredths: what a sum starts with, and what each score, a power of two of length and hints add."""

    start: Mapping[Place, int]
    classifier: int
    encoder: int = 0
    length: int
    hint: Mapping[str, int]

    def score(self, evidence: Evidence, encoder: int = 0) -> int:
        """Add up, in hundredths."""
        scores = self.classifier * evidence.classifier + self.encoder * encoder
        return (
            self.start[evidence.place]
            + scores // _HUNDREDTHS
            + self.length * evidence.length
            + sum(weight for hint, weight in self.hint.items() if hint in evidence.hints)
        )


class _ScoreFile(FrozenModel):
    """`encoder` is the digest of the encoder's own file, for which the weights `meaning` were fitted."""

    encoder: str
    words: ScoreWeights
    meaning: ScoreWeights


@cache
def score_weights() -> _ScoreFile:
    """Load the weights."""
    return TomlSource.of("claim_score.toml").read(_ScoreFile)


def claim_scores(evidence: Sequence[Evidence]) -> list[int]:
    """Score sentences; the encoder, if it is installed, is asked where the cheap score leaves doubt.

    Raises:
        InstallationError: a file of the encoder is missing, damaged or of another version.
    """
    scores = list(map(cheap_score, evidence))
    doubtful = [place for place, score in enumerate(scores) if percent_of(score) in _DOUBT]
    encoder = load_encoder(score_weights().encoder) if doubtful else None
    if encoder is not None:
        meanings = encoder.scores([_with_capitals(evidence[place].words) for place in doubtful])
        for place, meaning in zip(doubtful, meanings, strict=True):
            scores[place] = score_weights().meaning.score(evidence[place], meaning)
    return scores


def _with_capitals(words: str) -> str:
    """Write what has no capital letter as sentences begin, as the encoder learned them; all else stays as it is."""
    return _BEGINNING.sub(lambda match: match[0].title(), words) if words.islower() else words


def cheap_score(evidence: Evidence) -> int:
    """Score a sentence without the encoder."""
    return score_weights().words.score(evidence)


def percent_of(score: int) -> int:
    """Say of a hundred sentences with this score how many claim."""
    return bisect_right(_ODDS, score)
