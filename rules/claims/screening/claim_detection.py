"""Claim detection: sentence scores, graded confidence, and claims without lexicon words.

Each sentence is scored alone, and with those around it where they are short enough to be read at one glance; the
result is a `SentenceDetection`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.candidates import Balance, Confidence
from rules.claims.screening.claim_classifier import NONE, Hints, hints, load_classifier
from rules.claims.screening.claim_score import HEARD, PERHAPS, Evidence, Place, cheap_score, claim_scores, percent_of
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SentenceLanguages
from rules.claims.screening.lexicon_matches import Hit, LexiconMatches, PresentEntries, match_sentence
from rules.claims.screening.long_texts import (
    GLANCE,
    long_text_hints,
    mark_denied,
    mask_bad_news,
    mask_outweighed,
    mask_subjects,
    names_subject,
)

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How a sentence sounds: in which language, and its score."""

    language: str
    score: int

    def reaches(self, balance: Balance) -> bool:
        """Say whether it counts as heard."""
        return self.percent >= HEARD[balance]

    @property
    def percent(self) -> int:
        """Say how many in a hundred sentences that sound so are claims."""
        return percent_of(self.score)

    @property
    def may_claim(self) -> bool:
        """Say whether it is shown at all, at least as what may be a claim."""
        return self.percent >= PERHAPS


def sentence_hints(folded: str, language: str, readings: Sequence[LexiconMatches]) -> Hints:
    """Give all that is told of a folded sentence beside its wording."""
    return hints(language, readings) | long_text_hints(folded, language)


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
    return fold(words_of_run(pieces, run)).text


def words_of_run(pieces: Sequence[Sentence], run: range) -> str:
    """Give the words of sentences that are read at one glance, as they stand."""
    return pieces[run[0]].text[pieces[run[0]].start : pieces[run[-1]].end]


class DetectionSettings(NamedTuple):
    """How readily sentences are heard as claims, and whether they stand alone or in a longer text."""

    balance: Balance
    place: Place


class SentenceDetection(NamedTuple):
    """A sentence: how it sounds, what was read in it, its words graded by that, and what is heard beside them."""

    sound: SentenceScore | None
    readings: Sequence[LexiconMatches]
    beside: LexiconMatches | None


class _Run(NamedTuple):
    """Sentences that are read at one glance, and how they sound together."""

    places: range
    sound: SentenceScore


def detect_claims(
    pieces: Sequence[Sentence],
    spoken: Sequence[SentenceLanguages],
    readings: Sequence[Sequence[LexiconMatches]],
    entries: Mapping[str, PresentEntries],
    way: DetectionSettings | None,
) -> list[SentenceDetection]:
    """Say of each sentence how it sounds, grade the words that claim by it, and say what is heard beside them.

    Words that claim in what sounds like anything else are graded low, or masked if vague; in what sounds like a
    claim no word is graded low. Where words deny a claim, or, unless asked to be keen, only look like one, nothing more
    is heard. Without a way nothing is listened to.
    """
    if way is None:
        return [SentenceDetection(None, each, None) for each in readings]
    tongues = list(map(_languages, spoken))
    hinted = [
        {each: sentence_hints(piece.folded.text, each, read_so) for each in known}
        for piece, known, read_so in zip(pieces, tongues, readings, strict=True)
    ]
    sounds, runs = _sounds(pieces, tongues, hinted, way.place)
    if way.balance != "keen":
        readings = list(map(_without_denials, pieces, readings))
    best = _best_scores(sounds, runs)
    graded = [_graded(*each, way) for each in zip(pieces, readings, best, strict=True)]
    silent = [_is_silent(*each, way.balance) for each in zip(pieces, tongues, readings, strict=True)]
    claiming = [any(_claims(hit) for matches in each for hit in matches.hits) for each in graded]
    loud = [
        sound is not None and sound.may_claim and not (quiet or claimed)
        for sound, quiet, claimed in zip(sounds, silent, claiming, strict=True)
    ]
    claimed = [heard or claims for heard, claims in zip(loud, claiming, strict=True)]
    for loudest, whole in _heard_in_runs(runs, sounds, silent, claimed):
        loud[loudest], sounds[loudest] = True, whole
    return [
        SentenceDetection(
            sound, read_so, _reading(piece, sound, hints_of, entries, way.balance) if heard and sound else None
        )
        for piece, sound, hints_of, read_so, heard in zip(pieces, sounds, hinted, graded, loud, strict=True)
    ]


def _sounds(
    pieces: Sequence[Sentence],
    tongues: Sequence[Sequence[str]],
    hinted: Sequence[Mapping[str, Hints]],
    place: Place,
) -> tuple[list[SentenceScore | None], list[_Run]]:
    """Say how sentences sound, and those read at one glance together if they stand in no longer text."""
    evidence = [
        _loudest([_evidence(piece.words, piece.folded.text, each, hints_of[each], place) for each in known])
        for piece, known, hints_of in zip(pieces, tongues, hinted, strict=True)
    ]
    runs = list(sentence_windows(pieces)) if place == "alone" else []
    wholes = [_evidence_of_run(pieces, run, tongues, hinted) for run in runs]
    known_evidence = [each for each in (*evidence, *wholes) if each is not None]
    scores = iter(claim_scores(known_evidence))
    sounds = [each and SentenceScore(each.language, next(scores)) for each in (*evidence, *wholes)]
    return sounds[: len(pieces)], [
        _Run(run, sound) for run, sound in zip(runs, sounds[len(pieces) :], strict=True) if sound is not None
    ]


def _evidence(words: str, folded: str, language: str, sentence_hints_of: Hints, place: Place) -> Evidence:
    return Evidence(
        words, language, load_classifier().score(folded, language, sentence_hints_of), sentence_hints_of, place
    )


def _loudest(evidence: Sequence[Evidence]) -> Evidence | None:
    """Give what is known of a text in that of its languages in which it sounds most like a claim."""
    return max(evidence, key=cheap_score, default=None)


def _evidence_of_run(
    pieces: Sequence[Sentence],
    run: range,
    tongues: Sequence[Sequence[str]],
    hinted: Sequence[Mapping[str, Hints]],
) -> Evidence | None:
    """Say what is known of sentences that are read at one glance, in the languages of the longest of them."""
    longest = max(run, key=lambda position: (pieces[position].end - pieces[position].start, -position))
    words, folded = words_of_run(pieces, run), fold_window(pieces, run)
    return _loudest(
        [
            _evidence(
                words,
                folded,
                language,
                NONE.union(*(hinted[position].get(language, NONE) for position in run)),
                "alone",
            )
            for language in tongues[longest]
        ]
    )


def _best_scores(sounds: Sequence[SentenceScore | None], runs: Sequence[_Run]) -> Sequence[SentenceScore | None]:
    """Give each sentence the better of its own score and that of its window."""
    best = list(sounds)
    for run in runs:
        for position in run.places:
            best[position] = max((each for each in (run.sound, best[position]) if each), key=lambda each: each.score)
    return best


def _heard_in_runs(
    runs: Sequence[_Run],
    sounds: Sequence[SentenceScore | None],
    silent: Sequence[bool],
    claimed: Sequence[bool],
) -> Iterator[tuple[int, SentenceScore]]:
    """Give the loudest sentence, the earlier of two, of each window that sounds like a claim and has none in it."""
    for run in runs:
        if not run.sound.may_claim or any(claimed[position] for position in run.places):
            continue
        free = [
            (sound.score, -position)
            for position in run.places
            if not silent[position] and (sound := sounds[position]) is not None
        ]
        if free:
            yield -max(free)[1], run.sound


def _graded(
    piece: Sentence, readings: Sequence[LexiconMatches], sound: SentenceScore | None, way: DetectionSettings
) -> Sequence[LexiconMatches]:
    """Grade words that claim by how their sentence sounds; in a longer text vague ones may be masked."""
    if sound is None:
        return readings
    if sound.reaches(way.balance):
        return [each.graded("medium", instead=("low",)) for each in readings]
    if sound.reaches("balanced"):
        return readings
    if way.place == "text" and way.balance != "keen" and not sound.may_claim:
        readings = [mask_outweighed(piece, each) for each in readings]
    return [each.graded("low", instead=("high", "medium")) for each in readings]


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
    confidence: Confidence = "medium" if sound.reaches("balanced" if balance == "keen" else balance) else "low"
    kinds = load_classifier().kinds(folded, language_hints.get(sound.language, NONE))
    heard = Hit(0, len(folded), "hearing", "heard", (), confidence, kinds)
    more = match_sentence(folded, entries[sound.language], weighed=True).hits
    return LexiconMatches(sound.language, (heard, *(each for each in more if each.modifier and not each.negated)), ())
