"""Which sentences of a text sound like claims, beside those whose words are in a lexicon?

Each sentence is heard alone, and with those around it where they are short enough to be read at one glance, as on a
pack or in a post: line breaks then part nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.screening.folding import fold
from rules.screening.hearing import model
from rules.screening.matching import Hit, Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.screening.assembly import Sentence
    from rules.screening.hearing import Model
    from rules.screening.kinds import Balance, Confidence
    from rules.screening.languages import Spoken
    from rules.screening.matching import Present

GLANCE = 400
"""A text, or a paragraph of a longer one, of at most so many characters is also heard as a whole."""
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Sound:
    """How a sentence sounds: in which language, its score, and how many in a hundred such texts are claims."""

    language: str
    score: int
    percent: int

    def reaches(self, balance: Balance) -> bool:
        """Say whether it counts as heard."""
        return self.score >= model().threshold(self.language, balance)


def sounds(sentence: Sentence, spoken: Spoken) -> Sound | None:
    """Say how a sentence sounds, in that of its languages in which it sounds most like a claim, if any is known."""
    return _sounds(model(), sentence.folded.text, spoken)


def _sounds(known: Model, folded: str, spoken: Spoken) -> Sound | None:
    languages = [each for each in spoken.languages if known.knows(each)]
    languages = languages or [each for each in spoken.tried if known.knows(each)][:1]
    found = [Sound(each, score, known.percent(score)) for each in languages for score in (known.score(folded, each),)]
    return max(found, key=lambda each: each.score, default=None)


def glances(pieces: Sequence[Sentence]) -> Iterator[range]:
    """Give the runs of several sentences that are read at one glance."""
    if not pieces:
        return
    if pieces[-1].end - pieces[0].start <= GLANCE:
        runs = [range(len(pieces))]
    else:
        starts = [0, *(number for number in range(1, len(pieces)) if _parted(pieces[number - 1], pieces[number]))]
        runs = [range(start, end) for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)]
    for run in runs:
        if len(run) > 1 and pieces[run[-1]].end - pieces[run[0]].start <= GLANCE:
            yield run


def _parted(one: Sentence, other: Sentence) -> bool:
    """Say whether an empty line stands between two sentences."""
    between = one.text[one.end : other.start].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in _BREAKS) > 1


def together(pieces: Sequence[Sentence], run: range) -> str:
    """Fold what is read at one glance."""
    return fold(pieces[run[0]].text[pieces[run[0]].start : pieces[run[-1]].end]).text


def hear(
    pieces: Sequence[Sentence],
    spoken: Sequence[Spoken],
    readings: Sequence[Sequence[Reading]],
    entries: Mapping[str, Present],
    balance: Balance | None,
) -> list[tuple[Sound | None, Reading | None]]:
    """Say of each sentence how it sounds, and what is heard in it beside what was read.

    Where words claim, nothing more is heard; nor where they deny a claim, nor, unless asked to be keen, where they only
    look like one. Without a balance nothing is listened to.
    """
    if balance is None:
        return [(None, None)] * len(pieces)
    found = [sounds(*each) for each in zip(pieces, spoken, strict=True)]
    silent = [_is_silent(each, balance) for each in readings]
    claiming = [any(_claims(hit) for reading in each for hit in reading.hits) for each in readings]
    heard = [
        sound is not None and sound.reaches(balance) and not (quiet or claimed)
        for sound, quiet, claimed in zip(found, silent, claiming, strict=True)
    ]
    for run in glances(pieces):
        longest = max(run, key=lambda place: (pieces[place].end - pieces[place].start, -place))
        whole = _sounds(model(), together(pieces, run), spoken[longest])
        if whole is None or not whole.reaches(balance) or any(heard[place] or claiming[place] for place in run):
            continue
        free = [(sound.score, -place) for place in run if not silent[place] and (sound := found[place]) is not None]
        if free:
            loudest = -max(free)[1]
            heard[loudest], found[loudest] = True, whole
    return [
        (sound, _reading(piece, sound, entries) if loud and sound is not None else None)
        for piece, sound, loud in zip(pieces, found, heard, strict=True)
    ]


def _claims(hit: Hit) -> bool:
    return not hit.modifier and not hit.negated


def _is_silent(readings: Sequence[Reading], balance: Balance) -> bool:
    """Say whether words take a claim back, or hide what would be one."""
    denied = any(hit.negated and not hit.modifier for reading in readings for hit in reading.hits)
    return denied or (balance != "keen" and any(reading.hidden for reading in readings))


def _reading(piece: Sentence, sound: Sound, entries: Mapping[str, Present]) -> Reading:
    """Make a reading of what is heard, with the words that are no claim alone but say more of one."""
    folded = piece.folded.text
    confidence: Confidence = "medium" if sound.reaches("balanced") else "low"
    heard = Hit(
        start=0,
        end=len(folded),
        term="hearing",
        category="heard",
        types=(),
        possible_types=model().kinds(folded),
        confidence=confidence,
        modifier=False,
        negated=False,
    )
    more = read(folded, entries[sound.language], weighed=True).hits
    return Reading(sound.language, (heard, *(each for each in more if each.modifier and not each.negated)), ())
