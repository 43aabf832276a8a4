"""Claim detection by classifier: sentence scores, graded confidence, and claims without lexicon words.

Each sentence is scored alone, and with those around it where they are short enough to be read at one glance; the
result is a `SentenceDetection`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.candidates import Balance, Confidence, TextKind
from rules.claims.screening.claim_classifier import NONE, Hints, hints, load_classifier
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SentenceLanguages
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.lexicon_matches import Hit, LexiconMatches, PresentEntries, match_sentence
from rules.claims.screening.long_texts import (
    GLANCE,
    Topic,
    balance_in,
    has_prose_length,
    is_brief,
    long_text_hints,
    mark_denied,
    mask_bad_news,
    mask_subjects,
    names_subject,
    remove_mentions,
    remove_outweighed,
    topic_of,
)

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence

_SHIFTS: Mapping[Topic, int] = {"clear": -140, "vague": 0}
"""What is added on a page to the score from which on a sentence is heard, by how clear its topic is."""
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How a sentence sounds: in which language, its score, and whether it is long prose, of which cautious is right."""

    language: str
    score: int
    long: bool = False

    def reaches(self, balance: Balance, topic: Topic | None = None) -> bool:
        """Say whether it counts as heard; on a page the more readily the clearer its topic."""
        if self.long and balance == "balanced":
            return self.score >= load_classifier().threshold(self.language, "cautious")
        shift = _SHIFTS[topic] if topic is not None and balance == "balanced" else 0
        return self.score >= load_classifier().threshold(self.language, balance) + shift

    @property
    def percent(self) -> int:
        """Say how many in a hundred such texts are claims."""
        return load_classifier().percent(self.score)

    def is_doubtful(self, balance: Balance) -> bool:
        """Say whether even words that claim are doubted; in long prose they were weighed already."""
        return not self.long and self.score < load_classifier().doubt(self.language, balance)


def _sound(
    folded: str, languages: Sequence[str], language_hints: Mapping[str, Hints], *, sentence: bool = False
) -> SentenceScore | None:
    """Say how a text sounds, in that of its languages in which it sounds most like a claim."""
    scores = [
        SentenceScore(
            each,
            load_classifier().score(folded, each, language_hints.get(each, NONE)),
            long=sentence and is_long_prose(folded, each),
        )
        for each in languages
    ]
    return max(scores, key=lambda each: each.score, default=None)


def sentence_hints(folded: str, language: str, readings: Sequence[LexiconMatches]) -> Hints:
    """Give all that is told of a folded sentence beside its wording."""
    return hints(language, readings) | long_text_hints(folded, language)


def is_long_prose(sentence: str, language: str) -> bool:
    """Say whether a folded sentence is long prose."""
    return has_prose_length(sentence, whole_words=lexicon(language).whole_words)


def _languages(spoken: SentenceLanguages) -> list[str]:
    """Give the languages of a sentence of which any text is known; or else the first that it may be in."""
    known = [each for each in spoken.languages if load_classifier().knows(each)]
    return known or [each for each in spoken.tried if load_classifier().knows(each)][:1]


def sentence_windows(pieces: Sequence[Sentence]) -> Iterator[range]:
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


def _parted(earlier: Sentence, other: Sentence) -> bool:
    """Say whether an empty line stands between two sentences."""
    between = earlier.text[earlier.end : other.start].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in _BREAKS) > 1


def fold_window(pieces: Sequence[Sentence], run: range) -> str:
    """Fold what is read at one glance."""
    return fold(pieces[run[0]].text[pieces[run[0]].start : pieces[run[-1]].end]).text


class DetectionSettings(NamedTuple):
    """How readily sentences are heard as claims, and in what kind of text."""

    balance: Balance
    kind: TextKind

    @property
    def strict(self) -> bool:
        """Say whether only what speaks of the environment is heard, and words that but mention claims taken out."""
        return self.kind != "sentence" and self.balance != "keen"


class SentenceDetection(NamedTuple):
    """A sentence: how it sounds, what was read in it, its words graded by that, and what is heard beside them."""

    sound: SentenceScore | None
    readings: Sequence[LexiconMatches]
    beside: LexiconMatches | None


def detect_claims(
    pieces: Sequence[Sentence],
    spoken: Sequence[SentenceLanguages],
    readings: Sequence[Sequence[LexiconMatches]],
    entries: Mapping[str, PresentEntries],
    way: DetectionSettings | None,
) -> list[SentenceDetection]:
    """Say of each sentence how it sounds, grade the words that claim by it, and say what is heard beside them.

    Words that claim in what sounds like anything else are graded low; vague ones in what sounds like a claim are not.
    Where words deny a claim, or, unless asked to be keen, only look like one, nothing more is heard. Without a way
    nothing is listened to.
    """
    if way is None:
        return [SentenceDetection(None, each, None) for each in readings]
    balance = balance_in(way.kind, way.balance)
    tongues = [_languages(each) for each in spoken]
    language_hints = [
        {each: sentence_hints(piece.folded.text, each, read_so) for each in known}
        for piece, known, read_so in zip(pieces, tongues, readings, strict=True)
    ]
    sounds = [
        _sound(piece.folded.text, known, hinted, sentence=True)
        for piece, known, hinted in zip(pieces, tongues, language_hints, strict=True)
    ]
    windows = [(run, _score_run(pieces, run, tongues, readings)) for run in sentence_windows(pieces)]
    best = _best_scores(sounds, windows)
    topics: list[Topic | None] = [None] * len(pieces)
    topical = [True] * len(pieces)
    if way.balance != "keen":
        readings = list(map(_without_denials, pieces, readings))
    if way.strict:
        topics = list(map(_topic, pieces, readings, sounds, language_hints))
        topical = [each is not None for each in topics]
        readings = [_sifted(piece, each, sound) for piece, each, sound in zip(pieces, readings, sounds, strict=True)]
    claiming = [any(_claims(hit) for matches in each for hit in matches.hits) for each in readings]
    if not way.strict and way.balance != "keen" and any(claiming):
        topical = [
            not is_brief(piece) or _topic(piece, each, sound, hinted) is not None
            for piece, each, sound, hinted in zip(pieces, readings, sounds, language_hints, strict=True)
        ]
    graded = [_graded(read_so, sound, balance) for read_so, sound in zip(readings, best, strict=True)]
    silent = [
        _is_silent(piece, known, each, balance) or not on
        for piece, known, each, on in zip(pieces, tongues, readings, topical, strict=True)
    ]
    loud = [
        sound is not None and sound.reaches(balance, topic) and not (quiet or claimed)
        for sound, topic, quiet, claimed in zip(sounds, topics, silent, claiming, strict=True)
    ]
    if not way.strict:
        claimed = [heard or claims for heard, claims in zip(loud, claiming, strict=True)]
        for loudest, whole in _heard_in_windows(windows, balance, sounds, silent, claimed):
            loud[loudest], sounds[loudest] = True, whole
    return [
        SentenceDetection(
            sound, read_so, _reading(piece, sound, hinted, entries, balance) if heard and sound is not None else None
        )
        for piece, sound, hinted, read_so, heard in zip(pieces, sounds, language_hints, graded, loud, strict=True)
    ]


def _score_run(
    pieces: Sequence[Sentence],
    run: range,
    tongues: Sequence[Sequence[str]],
    readings: Sequence[Sequence[LexiconMatches]],
) -> SentenceScore | None:
    """Say how sentences sound that are read at one glance, in the languages of the longest of them."""
    longest = max(run, key=lambda position: (pieces[position].end - pieces[position].start, -position))
    language_hints = {
        language: NONE.union(
            *(sentence_hints(pieces[position].folded.text, language, readings[position]) for position in run)
        )
        for language in tongues[longest]
    }
    return _sound(fold_window(pieces, run), tongues[longest], language_hints)


def _best_scores(
    sounds: Sequence[SentenceScore | None], windows: Iterable[tuple[range, SentenceScore | None]]
) -> Sequence[SentenceScore | None]:
    """Give each sentence the better of its own score and that of its window."""
    best = list(sounds)
    for run, whole in windows:
        for position in run:
            best[position] = max(
                (each for each in (whole, best[position]) if each), key=lambda each: each.score, default=None
            )
    return best


def _topic(
    piece: Sentence,
    readings: Sequence[LexiconMatches],
    sound: SentenceScore | None,
    language_hints: Mapping[str, Hints],
) -> Topic | None:
    if sound is None:
        return None
    return topic_of(piece, readings, sound.language, sound.score, language_hints[sound.language])


def _heard_in_windows(
    windows: Iterable[tuple[range, SentenceScore | None]],
    balance: Balance,
    sounds: Sequence[SentenceScore | None],
    silent: Sequence[bool],
    claimed: Sequence[bool],
) -> Iterator[tuple[int, SentenceScore]]:
    """Give the loudest sentence, the earlier of two, of each window that sounds like a claim and has none in it."""
    for run, whole in windows:
        if whole is None or not whole.reaches(balance) or any(claimed[position] for position in run):
            continue
        free = [
            (sound.score, -position)
            for position in run
            if not silent[position] and (sound := sounds[position]) is not None
        ]
        if free:
            yield -max(free)[1], whole


def _graded(
    readings: Sequence[LexiconMatches], sound: SentenceScore | None, balance: Balance
) -> Sequence[LexiconMatches]:
    """Grade words that claim by how their sentence sounds."""
    if sound is not None and sound.is_doubtful(balance):
        return [each.graded("low", instead=("high", "medium")) for each in readings]
    if sound is not None and sound.reaches(balance):
        return [each.graded("medium", instead=("low",)) for each in readings]
    return readings


def _sifted(piece: Sentence, readings: Sequence[LexiconMatches], sound: SentenceScore | None) -> list[LexiconMatches]:
    """Take out of the readings of a sentence what only mentions words of claim."""
    kept = [remove_mentions(piece, each) for each in readings]
    return kept if sound is None else [remove_outweighed(piece, each, sound.score) for each in kept]


def _claims(hit: Hit) -> bool:
    return not hit.modifier and not hit.negated


def _without_denials(piece: Sentence, readings: Sequence[LexiconMatches]) -> list[LexiconMatches]:
    """Mark what is denied, and mask bad news and bare subjects."""
    return [mask_subjects(piece, mask_bad_news(piece, mark_denied(piece, matches))) for matches in readings]


def _is_silent(piece: Sentence, languages: Sequence[str], readings: Sequence[LexiconMatches], balance: Balance) -> bool:
    """Say whether words take a claim back, hide what would be one, or only name a subject."""
    if any(hit.negated and not hit.modifier for matches in readings for hit in matches.hits):
        return True
    hides = any(matches.hidden for matches in readings)
    return balance != "keen" and (hides or any(names_subject(piece, each) for each in languages))


def _reading(
    piece: Sentence,
    sound: SentenceScore,
    language_hints: Mapping[str, Hints],
    entries: Mapping[str, PresentEntries],
    balance: Balance,
) -> LexiconMatches:
    """Make a reading of what is heard so, with the words that are no claim alone but say more of one."""
    folded = piece.folded.text
    confidence: Confidence = "medium" if balance != "keen" or sound.reaches("balanced") else "low"
    kinds = load_classifier().kinds(folded, language_hints.get(sound.language, NONE))
    heard = Hit(0, len(folded), "hearing", "heard", (), confidence, kinds)
    more = match_sentence(folded, entries[sound.language], weighed=True).hits
    return LexiconMatches(sound.language, (heard, *(each for each in more if each.modifier and not each.negated)), ())
