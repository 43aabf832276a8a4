"""What does a sentence say of the environment, and what is done about it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.claims.screening.lexicon import ClaimLexicon

Stretch = tuple[int, int]

_NEAR = {True: 30, False: 12}
"""How many characters, with whole words and without, may lie between a subject and what is done about it."""
_PAIRED = 8
"""So many words of each kind are paired in one sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a sentence names topics of the environment, things that weigh on it, improvements and other actions."""

    topics: Sequence[Stretch]
    things: Sequence[Stretch]
    improvements: Sequence[Stretch]
    actions: Sequence[Stretch]
    reach: int

    @property
    def deeds(self) -> list[Stretch]:
        """Give what is done, where it is not itself the topic."""
        return [*self.actions, *(place for place in self.improvements if not _within(place, self.topics))]

    @property
    def on_topic(self) -> bool:
        """Say whether it speaks of the environment at all: by a topic, or by a thing with an improvement close by."""
        return bool(self.topics) or self.near(self.things, self.improvements)

    def near(self, subjects: Iterable[Stretch], deeds: Iterable[Stretch]) -> bool:
        """Say whether any subject stands close to any deed."""
        return any(_distance(*pair) <= self.reach for pair in _pairs(subjects, deeds))

    @property
    def place(self) -> Stretch | None:
        """Give the place of the nearest topic and deed, or thing and improvement; or else of the first topic."""
        pairs = [*_pairs(self.topics, self.deeds), *_pairs(self.things, self.improvements)]
        if not pairs:
            return self.topics[0] if self.topics else None
        subject, deed = min(pairs, key=lambda pair: (_distance(*pair), pair))
        return min(subject[0], deed[0]), max(subject[1], deed[1])

    @property
    def paired(self) -> bool:
        """Say whether anything is done about a topic or a thing."""
        return any(True for _ in _pairs(self.topics, self.deeds)) or any(
            True for _ in _pairs(self.things, self.improvements)
        )


def statement(sentence: str, lexicon: ClaimLexicon, hidden: Callable[[int, int], bool]) -> Statement:
    """Read a folded sentence; what a mask hides is nothing of it."""

    def found(part: str) -> list[Stretch]:
        return [place for place in lexicon.spans(lexicon.statement[part], sentence) if not hidden(*place)]

    topics = found("topic")
    things = [place for place in found("thing") if not _within(place, topics)]
    actions = [place for place in found("action") if not _within(place, topics)]
    return Statement(topics, things, found("improvement"), actions, _NEAR[lexicon.whole_words])


def _pairs(subjects: Iterable[Stretch], deeds: Iterable[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    later = list(deeds)[:_PAIRED]
    for subject in list(subjects)[:_PAIRED]:
        for deed in later:
            if not _overlap(subject, deed):
                yield subject, deed


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(place: Stretch, places: Iterable[Stretch]) -> bool:
    return any(_overlap(place, other) for other in places)


def _distance(one: Stretch, other: Stretch) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)
