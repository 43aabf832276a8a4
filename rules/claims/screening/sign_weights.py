"""Claim scoring of sentences about the environment by generic signs instead of claim words.

A sum of weights (`weights.toml`) above zero is a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.lexicon import ClaimLexicon


Stretch = tuple[int, int]

_MAX_GAP = {True: 30, False: 12}
_MAX_PAIRED_WORDS = 8


class EnvironmentStatement(NamedTuple):
    """Spans that name environmental topics, burdens on the environment, improvements and other actions."""

    topics: Sequence[Stretch]
    things: Sequence[Stretch]
    improvements: Sequence[Stretch]
    actions: Sequence[Stretch]
    reach: int

    @property
    def deeds(self) -> list[Stretch]:
        return [*self.actions, *(span for span in self.improvements if not _overlaps_any(span, self.topics))]

    @property
    def on_topic(self) -> bool:
        return bool(self.topics) or self.near(self.things, self.improvements)

    def near(self, subjects: Iterable[Stretch], deeds: Iterable[Stretch]) -> bool:
        return any(_distance(*pair) <= self.reach for pair in _pairs(subjects, deeds))

    @property
    def span(self) -> Stretch | None:
        pairs = [*_pairs(self.topics, self.deeds), *_pairs(self.things, self.improvements)]
        if not pairs:
            return self.topics[0] if self.topics else None
        subject, deed = min(pairs, key=lambda pair: (_distance(*pair), pair))
        return min(subject[0], deed[0]), max(subject[1], deed[1])

    @property
    def paired(self) -> bool:
        return any(True for _ in _pairs(self.topics, self.deeds)) or any(
            True for _ in _pairs(self.things, self.improvements)
        )


def find_statement(sentence: str, lexicon: ClaimLexicon, hidden: Callable[[int, int], bool]) -> EnvironmentStatement:
    """Find the statement of a folded sentence, without masked spans."""

    def part_spans(part: str) -> list[Stretch]:
        return [span for span in lexicon.spans(getattr(lexicon.statement, part), sentence) if not hidden(*span)]

    topics = part_spans("topic")
    things = [span for span in part_spans("thing") if not _overlaps_any(span, topics)]
    actions = [span for span in part_spans("action") if not _overlaps_any(span, topics)]
    return EnvironmentStatement(topics, things, part_spans("improvement"), actions, _MAX_GAP[lexicon.whole_words])


def _pairs(subjects: Iterable[Stretch], deeds: Iterable[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    later = list(deeds)[:_MAX_PAIRED_WORDS]
    for subject in list(subjects)[:_MAX_PAIRED_WORDS]:
        for deed in later:
            if not _overlap(subject, deed):
                yield subject, deed


def _overlap(first: Stretch, other: Stretch) -> bool:
    return first[0] < other[1] and other[0] < first[1]


def _overlaps_any(span: Stretch, spans: Iterable[Stretch]) -> bool:
    return any(_overlap(span, other) for other in spans)


def _distance(first: Stretch, other: Stretch) -> int:
    return max(other[0] - first[1], first[0] - other[1], 0)


AGAINST = ("money", "risk", "rule", "report", "spoken", "market")
"""Cues that a sentence has another subject; without weights any of them rules out a claim."""
CAPS = {
    "word": 2, "topic": 3, "thing": 2, "improvement": 2, "action": 3, "near_topic": 1,
    "own": 2, "money": 2, "risk": 2, "rule": 2, "report": 2, "spoken": 2, "market": 2,
}  # fmt: skip
"""Signs with their maximum count in one sentence."""


def signs(sentence: str, lexicon: ClaimLexicon, words: int, statement: EnvironmentStatement) -> dict[str, int] | None:
    """Count the signs of a folded sentence with `words` claim words; None if it is not about the environment."""
    if not words and not statement.on_topic:
        return None
    counts = {
        "word": words,
        "topic": len(statement.topics),
        "thing": len(statement.things),
        "improvement": len(statement.improvements),
        "action": len(statement.actions),
        "near_topic": int(statement.near(statement.topics, statement.deeds)),
    }
    for cue, pattern in lexicon.cues:
        counts[cue] = sum(1 for _ in lexicon.spans(pattern, sentence))
    return {sign: min(counts[sign], most) for sign, most in CAPS.items()}


class _SignWeights(FrozenModel):
    start: Mapping[str, int]
    weight: Mapping[str, int]


@cache
def weights() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Load the initial sum of each language and the weight of each sign, in hundredths."""
    form = TomlSource.of("weights.toml")
    sign_weights = form.read(_SignWeights)
    for table, entries, known in (
        ("start", sign_weights.start, SCREENED_LANGUAGES),
        ("weight", sign_weights.weight, tuple(CAPS)),
    ):
        for name in entries:
            if name not in known:
                form.blame((table, name), f"is unknown; allowed are {', '.join(known)}")
        for name in known:
            if name not in entries:
                form.blame((table, name), "is missing; add it")
    form.settle()
    return sign_weights.start, sign_weights.weight


def is_claim_by_weights(counts: Mapping[str, int] | None, language: str) -> bool:
    """Return whether the weighed signs of a sentence make a claim."""
    if counts is None:
        return False
    start, weight = weights()
    return start[language] + sum(weight[sign] * count for sign, count in counts.items()) > 0


def is_claim_without_weights(sentence: str, lexicon: ClaimLexicon, words: int, statement: EnvironmentStatement) -> bool:
    """Return whether a sentence has an environmental statement and no cue for another subject."""
    return (bool(statement.deeds) if words else statement.paired) and not any(
        lexicon.mentions(getattr(lexicon.cues, cue), sentence) for cue in AGAINST
    )
