"""Claim detection: sentence scores, graded confidence, and claims without lexicon words.

A group of few, short sentences is also scored as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.candidates import Balance, Confidence
from rules.claims.screening.claim_classifier import NONE, Hints, hints, load_classifier
from rules.claims.screening.claim_score import (
    MIN_PERCENT_BY_BALANCE,
    PERHAPS,
    Evidence,
    Place,
    cheap_score,
    claim_scores,
    percent_of,
)
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

_MAX_GROUP_CHARACTERS = 400
_MAX_GROUP_SENTENCES = 6


class SentenceScore(NamedTuple):
    """Language and score of a sentence."""

    language: str
    score: int

    def reaches(self, balance: Balance) -> bool:
        return self.percent >= MIN_PERCENT_BY_BALANCE[balance]

    @property
    def percent(self) -> int:
        return percent_of(self.score)

    @property
    def may_claim(self) -> bool:
        return self.percent >= PERHAPS


def sentence_hints(folded: str, language: str, readings: Sequence[LexiconMatches]) -> Hints:
    """Return all hints for a folded sentence."""
    return hints(language, readings) | long_text_hints(folded, language)


def _known_languages(detected: SentenceLanguages) -> list[str]:
    known = [each for each in detected.languages if load_classifier().knows(each)]
    return known or [each for each in detected.tried if load_classifier().knows(each)][:1]


def is_one_glance(pieces: Sequence[Sentence]) -> bool:
    """Return whether sentences are few and short enough to be scored as a whole."""
    return len(pieces) <= _MAX_GROUP_SENTENCES and (
        not pieces or pieces[-1].end - pieces[0].start <= _MAX_GROUP_CHARACTERS
    )


class DetectionSettings(NamedTuple):
    """Readiness to detect claims, and whether the sentences are part of a longer text."""

    balance: Balance
    place: Place


class SentenceDetection(NamedTuple):
    """Score of a sentence, if any, its graded matches, and any additional claim."""

    sound: SentenceScore | None
    readings: Sequence[LexiconMatches]
    additional_claim: LexiconMatches | None


def detect_claims(
    pieces: Sequence[Sentence],
    spoken: Sequence[SentenceLanguages],
    readings: Sequence[Sequence[LexiconMatches]],
    entries: Mapping[str, PresentEntries],
    way: DetectionSettings | None,
) -> list[SentenceDetection]:
    """Score each sentence, grade its claim words by the score, and detect claims without lexicon words.

    Claim words are graded low, or masked if vague, in a sentence with a low score, and never low in a likely claim. No
    additional claim is detected where words deny a claim or, unless `keen`, only look like one. If `way` is None,
    nothing is scored.
    """
    if way is None:
        return [SentenceDetection(None, each, None) for each in readings]
    tongues = list(map(_known_languages, spoken))
    hinted = [
        {each: sentence_hints(piece.folded.text, each, matches_of_piece) for each in known}
        for piece, known, matches_of_piece in zip(pieces, tongues, readings, strict=True)
    ]
    scores, group_score = _sentence_scores(pieces, tongues, hinted, way.place)
    if way.balance != "keen":
        readings = list(map(_without_denials, pieces, readings))
    best = [max(filter(None, (sound, group_score)), key=attrgetter("score"), default=None) for sound in scores]
    graded = [_grade_matches(*each, way) for each in zip(pieces, readings, best, strict=True)]
    excluded = [_excludes_detection(*each, way.balance) for each in zip(pieces, tongues, readings, strict=True)]
    claiming = [any(_claims(hit) for matches in each for hit in matches.hits) for each in graded]
    detected = _detected_scores(scores, group_score, excluded, claiming)
    return [
        SentenceDetection(
            found or sound,
            matches_of_piece,
            None if found is None else _detected_matches(piece, found, hints_of, entries, way.balance),
        )
        for piece, sound, hints_of, matches_of_piece, found in zip(
            pieces, scores, hinted, graded, detected, strict=True
        )
    ]


def _detected_scores(
    scores: Sequence[SentenceScore | None],
    group_score: SentenceScore | None,
    excluded: Sequence[bool],
    claiming: Sequence[bool],
) -> list[SentenceScore | None]:
    """Return the score of each sentence that is detected without claim words; None for the others.

    If only the group as a whole may claim something, its likeliest sentence gets the score of the group.
    """
    eligible = [None if is_excluded else sound for sound, is_excluded in zip(scores, excluded, strict=True)]
    detected = [
        sound if sound is not None and sound.may_claim and not claimed else None
        for sound, claimed in zip(eligible, claiming, strict=True)
    ]
    likeliest = max(filter(None, eligible), key=attrgetter("score"), default=None)
    if likeliest is not None and group_score is not None and group_score.may_claim and not any((*detected, *claiming)):
        detected[eligible.index(likeliest)] = group_score
    return detected


def _sentence_scores(
    pieces: Sequence[Sentence],
    tongues: Sequence[Sequence[str]],
    hinted: Sequence[Mapping[str, Hints]],
    context: Place,
) -> tuple[list[SentenceScore | None], SentenceScore | None]:
    evidence = [
        _likeliest_evidence(
            [_evidence(piece.words, piece.folded.text, each, hints_of[each], context) for each in known]
        )
        for piece, known, hints_of in zip(pieces, tongues, hinted, strict=True)
    ]
    if context == "alone" and len(pieces) > 1:
        evidence.append(_combined_evidence(pieces, tongues, hinted))
    scores = iter(claim_scores([each for each in evidence if each is not None]))
    sounds = [each and SentenceScore(each.language, next(scores)) for each in evidence]
    return sounds[: len(pieces)], next(iter(sounds[len(pieces) :]), None)


def _evidence(words: str, folded: str, language: str, sentence_hints_of: Hints, context: Place) -> Evidence:
    return Evidence(
        words, language, load_classifier().score(folded, language, sentence_hints_of), sentence_hints_of, context
    )


def _likeliest_evidence(evidence: Sequence[Evidence]) -> Evidence | None:
    return max(evidence, key=cheap_score, default=None)


def _combined_evidence(
    pieces: Sequence[Sentence], tongues: Sequence[Sequence[str]], hinted: Sequence[Mapping[str, Hints]]
) -> Evidence | None:
    longest = max(range(len(pieces)), key=lambda index: (pieces[index].end - pieces[index].start, -index))
    words = pieces[0].text[pieces[0].start : pieces[-1].end]
    return _likeliest_evidence(
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


def _grade_matches(
    piece: Sentence, readings: Sequence[LexiconMatches], sound: SentenceScore | None, settings: DetectionSettings
) -> Sequence[LexiconMatches]:
    if sound is None:
        return readings
    if sound.reaches(settings.balance):
        return [each.graded("medium", instead=("low",)) for each in readings]
    if sound.reaches("balanced"):
        return readings
    if settings.place == "text" and settings.balance != "keen" and not sound.may_claim:
        readings = [mask_outweighed(piece, each) for each in readings]
    return [each.graded("low", instead=("high", "medium")) for each in readings]


def _claims(hit: Hit) -> bool:
    return not hit.modifier and not hit.negated


def _without_denials(piece: Sentence, readings: Sequence[LexiconMatches]) -> list[LexiconMatches]:
    return [mask_subjects(piece, mask_bad_news(piece, mark_denied(piece, matches))) for matches in readings]


def _excludes_detection(
    piece: Sentence, languages: Sequence[str], readings: Sequence[LexiconMatches], balance: Balance
) -> bool:
    if any(hit.negated and not hit.modifier for matches in readings for hit in matches.hits):
        return True
    hides = any(matches.hidden for matches in readings)
    return balance != "keen" and (hides or any(names_subject(piece, each) for each in languages))


def _detected_matches(
    piece: Sentence,
    sound: SentenceScore,
    language_hints: Mapping[str, Hints],
    entries: Mapping[str, PresentEntries],
    balance: Balance,
) -> LexiconMatches:
    folded = piece.folded.text
    confidence: Confidence = "medium" if sound.reaches("balanced" if balance == "keen" else balance) else "low"
    kinds = load_classifier().kinds(folded, language_hints.get(sound.language, NONE))
    detected = Hit(0, len(folded), "hearing", "heard", (), confidence, kinds)
    weaker_hits = match_sentence(folded, entries[sound.language], weighed=True).hits
    return LexiconMatches(
        sound.language, (detected, *(each for each in weaker_hits if each.modifier and not each.negated)), ()
    )
