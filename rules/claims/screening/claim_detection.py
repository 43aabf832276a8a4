"""Claim detection: sentence scores, graded confidence, and claims without lexicon words.

Each sentence is scored alone, and with those around it where they are short enough to be read at one glance; the
result is a `SentenceDetection`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.candidates import Balance, Confidence
from rules.claims.screening.claim_classifier import NONE, Hints, hints, load_classifier
from rules.claims.screening.claim_score import HEARD, PERHAPS, Evidence, Place, cheap_score, claim_scores, percent_of
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SentenceLanguages
from rules.claims.screening.lexicon_matches import Hit, LexiconMatches, PresentEntries, match_sentence
from rules.claims.screening.long_texts import (
    long_text_hints,
    mark_denied,
    mask_bad_news,
    mask_outweighed,
    mask_subjects,
    names_subject,
)

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence

_GLANCE = 400
"""A text of at most so many characters is also heard as a whole."""
_MOST_AT_ONE_GLANCE = 6
"""So many sentences are read at one glance."""


class SentenceScore(NamedTuple):
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


def is_one_glance(pieces: Sequence[Sentence]) -> bool:
    """Say whether sentences are few and short enough to be read at one glance."""
    return len(pieces) <= _MOST_AT_ONE_GLANCE and (not pieces or pieces[-1].end - pieces[0].start <= _GLANCE)


class DetectionSettings(NamedTuple):
    """How readily sentences are heard as claims, and whether they stand alone or in a longer text."""

    balance: Balance
    place: Place


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
    sounds, whole = _sounds(pieces, tongues, hinted, way.place)
    if way.balance != "keen":
        readings = list(map(_without_denials, pieces, readings))
    best = [max(filter(None, (sound, whole)), key=attrgetter("score"), default=None) for sound in sounds]
    graded = [_graded(*each, way) for each in zip(pieces, readings, best, strict=True)]
    silent = [_is_silent(*each, way.balance) for each in zip(pieces, tongues, readings, strict=True)]
    claiming = [any(_claims(hit) for matches in each for hit in matches.hits) for each in graded]
    loud = [
        sound is not None and sound.may_claim and not (quiet or claimed)
        for sound, quiet, claimed in zip(sounds, silent, claiming, strict=True)
    ]
    if whole is not None and whole.may_claim and not any((*loud, *claiming)):
        free = {place: sound.score for place, sound in enumerate(sounds) if sound is not None and not silent[place]}
        if free:
            loudest = max(free, key=free.__getitem__)
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
) -> tuple[list[SentenceScore | None], SentenceScore | None]:
    """Say how sentences sound, and several that stand alone as a whole."""
    evidence = [
        _loudest([_evidence(piece.words, piece.folded.text, each, hints_of[each], place) for each in known])
        for piece, known, hints_of in zip(pieces, tongues, hinted, strict=True)
    ]
    if place == "alone" and len(pieces) > 1:
        evidence.append(_evidence_of_whole(pieces, tongues, hinted))
    scores = iter(claim_scores([each for each in evidence if each is not None]))
    sounds = [each and SentenceScore(each.language, next(scores)) for each in evidence]
    return sounds[: len(pieces)], next(iter(sounds[len(pieces) :]), None)


def _evidence(words: str, folded: str, language: str, sentence_hints_of: Hints, place: Place) -> Evidence:
    return Evidence(
        words, language, load_classifier().score(folded, language, sentence_hints_of), sentence_hints_of, place
    )


def _loudest(evidence: Sequence[Evidence]) -> Evidence | None:
    """Give what is known of a text in that of its languages in which it sounds most like a claim."""
    return max(evidence, key=cheap_score, default=None)


def _evidence_of_whole(
    pieces: Sequence[Sentence], tongues: Sequence[Sequence[str]], hinted: Sequence[Mapping[str, Hints]]
) -> Evidence | None:
    """Say what is known of sentences as a whole, in the languages of the longest of them."""
    longest = max(range(len(pieces)), key=lambda place: (pieces[place].end - pieces[place].start, -place))
    words = pieces[0].text[pieces[0].start : pieces[-1].end]
    return _loudest(
        [
            _evidence(
                words,
                fold(words).text,
                language,
                NONE.union(*(hints_of.get(language, NONE) for hints_of in hinted)),
                "alone",
            )
            for language in tongues[longest]
        ]
    )


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
