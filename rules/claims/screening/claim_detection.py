"""Claim detection: sentence scores, graded confidence, and claims without lexicon words.

A group of few, short sentences is also scored as a whole. In longer texts, denials, bad news and mere subject names are
no claims (`lexicons/pages.toml`). A score is in hundredths of the natural log-odds: one sum of classifier, encoder and
lexicon evidence. `claim_score.toml` contains the weights of a cheap score, and of the score with the encoder, which is
computed where the cheap score leaves doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from rules.claims.screening.candidates import CLAIM_TYPES, Balance, ClaimType, Confidence, MaskReason
from rules.claims.screening.claim_classifier import NONE, Hints, hints, load_classifier
from rules.claims.screening.encoder.encoder_files import load_encoder
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SentenceLanguages
from rules.claims.screening.lexicon import ClaimLexicon, lexicon
from rules.claims.screening.lexicon_matches import (
    Hit,
    LexiconMatches,
    MaskedHit,
    PresentEntries,
    match_order,
    match_sentence,
)
from rules.claims.screening.sentences import is_question
from rules.claims.screening.toml_validation import PatternField, TomlSource
from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence


_ENDING_MARK = re.compile(r"""[.!?…。！？;:]["'”’»)\]*†¹²³]*\Z""")
_FIGURE = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WEIGHED_PARTS = (
    "topic", "thing", "better", "own", "law", "denied", "others",
    "absent", "substance", "water", "power", "again", "wild", "gentle", "fell", "diet", "broken",
)  # fmt: skip
"""Words of longer texts that are weighed as signs."""
_HINT_PREFIX = "sign page "
_STANDARD_NAME = re.compile(
    r"\b(?:iso|en|iec|din|nf|bs|uni|une|ds|ss|astm|gb|pas)[ /-]?[a-z]{0,2}[ -]?\d{2,6}(?:[-:]\d+)*\b"
)
_HASHTAG = re.compile(r"#[^\W_]+")
_VAGUE_CATEGORIES = frozenset({"generic", "statement", "social_mix", "comparative"})
_COMPARED_SHARE = re.compile(r"\d[\d.,]* ?(?:%|[a-z]*pro[cz]ent|per ?cent|por ciento|pour cent)")


class _LongTextEntry(FrozenModel):
    language: str
    topic: PatternField
    thing: PatternField
    better: PatternField
    subject: PatternField
    own: PatternField
    law: PatternField
    denied: PatternField
    worse: PatternField
    others: PatternField
    absent: PatternField
    substance: PatternField
    water: PatternField
    power: PatternField
    again: PatternField
    wild: PatternField
    gentle: PatternField
    fell: PatternField
    diet: PatternField
    broken: PatternField


class _LongTextFile(FrozenModel):
    page: tuple[_LongTextEntry, ...]


@cache
def _page_words() -> dict[str, _LongTextEntry]:
    return {entry.language: entry for entry in TomlSource.of("lexicons/pages.toml").load(_LongTextFile).page}


def long_text_hints(folded: str, language: str) -> Hints:
    """Return the hints of a sentence in a longer text: words, figures and ending."""
    return frozenset(_HINT_PREFIX + each for each in _sentence_signs(folded, language))


def _sentence_signs(folded: str, language: str) -> Iterator[str]:
    words, known = _page_words().get(language), lexicon(language)
    if words is not None:
        for part in WEIGHED_PARTS:
            if known.mentions(getattr(words, part), folded):
                yield part
    figures = [each for each in _FIGURE.findall(folded) if not _YEAR.fullmatch(each)]
    if figures:
        yield "figure" if len(figures) == 1 else "figures"
    if _YEAR.search(folded):
        yield "year"
    if "%" in folded:
        yield "share"
    if is_question(folded):
        yield "asked"
    elif not _ENDING_MARK.search(folded):
        yield "open"


def mark_denied(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mark claims that a sentence disclaims as denied: "we do not say that it is green"."""
    words, known, folded = _page_words().get(matches.language), lexicon(matches.language), sentence.folded.text
    if words is None or all(hit.modifier or hit.negated for hit in matches.hits):
        return matches
    _, end = next(known.spans(words.denied, folded), (0, 0))
    if not end:
        return matches
    last = min((at for mark in ":;" if (at := folded.find(mark, end)) >= 0), default=len(folded))

    def is_denied(hit: Hit) -> bool:
        return end <= hit.start < last and not known.negation.unless.found(folded[end : hit.end])

    return replace(matches, hits=tuple(replace(hit, negated=hit.negated or is_denied(hit)) for hit in matches.hits))


def mask_bad_news(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask deteriorations and missed targets: "our emissions rose by 4 %"."""
    words, known, folded = _page_words().get(matches.language), lexicon(matches.language), sentence.folded.text
    if words is None:
        return matches
    for start, end in known.spans(words.worse, folded):
        if any(hit.category == "comparative" and hit.start < end and start < hit.end for hit in matches.hits):
            continue  # a comparison, so something else rose
        masked = MaskedHit(start, end, f"{matches.language}.worse", "worse")
        remaining = (
            hit for hit in matches.hits if hit.category != "statement" and (hit.end <= start or end <= hit.start)
        )
        hidden = sorted((*matches.hidden, masked), key=match_order)
        return replace(matches, hits=tuple(remaining), hidden=tuple(hidden))
    return matches


def mask_subjects(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask words that only name a subject, in a heading or hashtag."""
    known, folded = lexicon(matches.language), sentence.folded.text
    tags, heading = _subject_hashtags(folded, known), _is_heading(folded, known)

    def is_subject(hit: Hit) -> bool:
        if hit.modifier or hit.negated:
            return False
        in_tag = any(start <= hit.start and hit.end <= end for start, end in tags)
        return in_tag or (heading and _is_vague(hit, folded))

    return _mask_hits(matches, set(filter(is_subject, matches.hits)))


def names_subject(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence only names a subject."""
    return _is_heading(sentence.folded.text, lexicon(language))


def mask_outweighed(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask the vague words of a sentence that is probably no claim."""
    folded = sentence.folded.text
    return _mask_hits(
        matches, {hit for hit in matches.hits if not (hit.modifier or hit.negated) and _is_vague(hit, folded)}
    )


def _mask_hits(matches: LexiconMatches, no_claims: Set[Hit], reason: MaskReason = "outweighed") -> LexiconMatches:
    if not no_claims:
        return matches
    remaining = tuple(hit for hit in matches.hits if hit not in no_claims)
    hidden = [
        MaskedHit(hit.start, hit.end, hit.term, reason) for hit in dict.fromkeys(matches.hits) if hit in no_claims
    ]
    return replace(matches, hits=remaining, hidden=tuple(sorted((*matches.hidden, *hidden), key=match_order)))


def _is_vague(hit: Hit, folded: str) -> bool:
    compares = hit.category == "comparative" and _COMPARED_SHARE.search(folded, hit.start, hit.end) is not None
    return hit.category in _VAGUE_CATEGORIES and not compares


def _is_heading(folded: str, known: ClaimLexicon) -> bool:
    words = _page_words().get(known.language)
    if words is None or _ENDING_MARK.search(folded):
        return False
    if _subject_hashtags(folded, known) and not _HASHTAG.sub("", folded).strip():
        return True
    characters = list(folded)
    standards = (match.span() for match in _STANDARD_NAME.finditer(folded))
    for start, end in (*known.spans(words.subject, folded), *standards):
        characters[start:end] = " " * (end - start)
    return not any(character.isalpha() for character in characters)


def _subject_hashtags(folded: str, known: ClaimLexicon) -> list[tuple[int, int]]:
    words = _page_words().get(known.language)
    if words is None or "#" not in folded:
        return []
    subjects = set(known.spans(words.subject, folded))
    return [tag.span() for tag in _HASHTAG.finditer(folded) if (tag.start() + 1, tag.end()) in subjects]


Place = Literal["alone", "text"]
"""alone: a slogan or a few sentences; text: a longer text, where few sentences are claims."""
MIN_PERCENT_BY_BALANCE: Mapping[Balance, int] = {"cautious": 75, "balanced": 50, "keen": 25}
"""Minimum percentage of a detected claim."""
PERHAPS = 20
_DOUBTFUL_PERCENTAGES = range(3, 98)
_MIN_KIND_SCORE, _MIN_POSSIBLE_KIND_SCORE = 0, -100
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


def claim_scores(evidence: Sequence[Evidence]) -> list[SentenceScore]:
    """Score sentences, with the encoder only where the cheap score or the kind of the claim is in doubt.

    Raises:
        InstallationError: If an encoder file is missing, invalid or of another version.
    """
    scores = [SentenceScore(each.language, cheap_score(each)) for each in evidence]
    doubtful = [index for index, each in enumerate(scores) if _is_doubtful(each.percent, evidence[index].hints)]
    if doubtful:
        texts = [_with_capitals(evidence[index].words) for index in doubtful]
        meanings = load_encoder(score_weights().encoder).meanings(texts)
        for index, meaning in zip(doubtful, meanings, strict=True):
            score = score_weights().meaning.score(evidence[index], meaning.score)
            scores[index] = SentenceScore(evidence[index].language, score, meaning.kinds)
    return scores


def _is_doubtful(percent: int, sentence_hints_of: Hints) -> bool:
    return percent in _DOUBTFUL_PERCENTAGES or (
        percent >= _DOUBTFUL_PERCENTAGES.stop and "claimed" not in sentence_hints_of
    )


def _with_capitals(words: str) -> str:
    """Capitalize sentence beginnings in lower-case text, as in the training data of the encoder."""
    return _BEGINNING.sub(lambda match: match[0].title(), words) if words.islower() else words


def cheap_score(evidence: Evidence) -> int:
    """Score a sentence without the encoder."""
    return score_weights().words.score(evidence)


def percent_of(score: int) -> int:
    """Return the percentage of claims among sentences with this score."""
    return bisect_right(_MIN_SCORE_BY_PERCENT, score)


_MAX_GROUP_CHARACTERS = 400
_MAX_GROUP_SENTENCES = 6


class SentenceScore(NamedTuple):
    """Language and score of a sentence, and scores of the kinds of claims, if it is one."""

    language: str
    score: int
    kinds: Mapping[str, int] = MappingProxyType({})

    def kinds_from(self, least: int) -> tuple[ClaimType, ...]:
        return tuple(kind for kind in CLAIM_TYPES if self.kinds.get(kind, least - 1) >= least)

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
            None if found is None else _detected_matches(piece, found, entries, way.balance),
        )
        for piece, sound, matches_of_piece, found in zip(pieces, scores, graded, detected, strict=True)
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
            [_evidence(piece.words, piece.folded_words, each, hints_of[each], context) for each in known]
        )
        for piece, known, hints_of in zip(pieces, tongues, hinted, strict=True)
    ]
    if context == "alone" and len(pieces) > 1 and not any(piece.asks for piece in pieces):
        evidence.append(_combined_evidence(pieces, tongues, hinted))
    scores = iter(claim_scores([each for each in evidence if each is not None]))
    sounds = [each and next(scores) for each in evidence]
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
    if piece.affirms_question and any(_affirms_claim(piece, each) for each in readings):
        return [each.graded("medium", instead=("low",)) for each in readings]
    if settings.place == "text" and settings.balance != "keen" and not sound.may_claim:
        readings = [mask_outweighed(piece, each) for each in readings]
    return [each.graded("low", instead=("high", "medium")) for each in readings]


def _affirms_claim(piece: Sentence, matches: LexiconMatches) -> bool:
    """Return whether an affirmed question has specific claim words, and is not about others."""
    folded = piece.folded.text
    is_specific = any(_claims(hit) and not _is_vague(hit, folded) for hit in matches.hits)
    return is_specific and _OTHER_SUBJECTS.isdisjoint(_sentence_signs(folded, matches.language))


_OTHER_SUBJECTS = frozenset({"others", "law", "denied"})
"""Words about others, legal duties and denials, which a yes does not claim."""


def _claims(hit: Hit) -> bool:
    return not hit.modifier and not hit.negated


def _without_denials(piece: Sentence, readings: Sequence[LexiconMatches]) -> list[LexiconMatches]:
    if piece.asks:
        return [_mask_hits(matches, set(matches.hits), "reported") for matches in readings]
    return [mask_subjects(piece, mask_bad_news(piece, mark_denied(piece, matches))) for matches in readings]


def _excludes_detection(
    piece: Sentence, languages: Sequence[str], readings: Sequence[LexiconMatches], balance: Balance
) -> bool:
    if any(hit.negated and not hit.modifier for matches in readings for hit in matches.hits):
        return True
    hides = piece.asks or any(matches.hidden for matches in readings)
    return balance != "keen" and (hides or any(names_subject(piece, each) for each in languages))


def _detected_matches(
    piece: Sentence,
    sound: SentenceScore,
    entries: Mapping[str, PresentEntries],
    balance: Balance,
) -> LexiconMatches:
    folded = piece.folded.text
    confidence: Confidence = "medium" if sound.reaches("balanced" if balance == "keen" else balance) else "low"
    kinds = sound.kinds_from(_MIN_KIND_SCORE)
    possible = tuple(kind for kind in sound.kinds_from(_MIN_POSSIBLE_KIND_SCORE) if kind not in kinds)
    detected = Hit(0, len(folded), "hearing", "heard", kinds, confidence, () if kinds else possible)
    weaker_hits = match_sentence(folded, entries[sound.language], weighed=True).hits
    return LexiconMatches(
        sound.language, (detected, *(each for each in weaker_hits if each.modifier and not each.negated)), ()
    )
