"""Signs of sentences in longer texts, and statements that are no claim (`lexicons/pages.toml`).

These statements are denials, bad news and mere subject names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rules.claims.screening.claim_classifier import Hints
from rules.claims.screening.lexicon import ClaimLexicon, lexicon
from rules.claims.screening.lexicon_matches import Hit, LexiconMatches, MaskedHit
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.assembly import Sentence
    from rules.claims.screening.candidates import MaskReason
    from rules.claims.screening.patterns import Pattern

_ENDING_MARK = re.compile(r"""[.!?…。！？;:]["'”’»)\]*†¹²³]*\Z""")
_FIGURE = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEIGHED_PARTS = (
    "topic", "thing", "better", "own", "law", "denied", "others",
    "absent", "substance", "water", "power", "again", "wild", "gentle", "fell", "diet", "broken",
)  # fmt: skip
_HINT_PREFIX = "sign page "
_HASHTAG = re.compile(r"#[^\W_]+")
_VAGUE_CATEGORIES = frozenset({"generic", "statement", "social_mix", "comparative"})
_COMPARED_SHARE = re.compile(r"\d[\d.,]* ?(?:%|[a-z]*pro[cz]ent|per ?cent|por ciento|pour cent)")


class _LongTextEntry(FrozenModel):
    language: str
    topic: str
    thing: str
    better: str
    subject: str
    own: str
    law: str
    denied: str
    worse: str
    others: str
    absent: str
    substance: str
    water: str
    power: str
    again: str
    wild: str
    gentle: str
    fell: str
    diet: str
    broken: str


class _LongTextFile(FrozenModel):
    page: tuple[_LongTextEntry, ...]


@cache
def _page_words() -> dict[str, dict[str, Pattern]]:
    form = TomlSource.of("lexicons/pages.toml")
    page_patterns = {
        entry.language: {
            part: form.pattern(("page", number, part), source) for part, source in entry if part != "language"
        }
        for number, entry in enumerate(form.read(_LongTextFile).page)
    }
    form.settle()
    return page_patterns


def read_long_text_words() -> dict[str, dict[str, str]]:
    """Return the weighed words of longer texts, by language and part."""
    pages = TomlSource.of("lexicons/pages.toml").read(_LongTextFile).page
    return {entry.language: {part: getattr(entry, part) for part in _WEIGHED_PARTS} for entry in pages}


def long_text_hints(folded: str, language: str) -> Hints:
    """Return the hints of a sentence in a longer text: words, figures and ending."""
    return frozenset(_HINT_PREFIX + each for each in _sentence_signs(folded, language))


def _sentence_signs(folded: str, language: str) -> Iterator[str]:
    words, known = _page_words().get(language), lexicon(language)
    if words is not None:
        for part in _WEIGHED_PARTS:
            if any(True for _ in known.spans(words[part], folded)):
                yield part
    figures = [each for each in _FIGURE.findall(folded) if not _YEAR.fullmatch(each)]
    if figures:
        yield "figure" if len(figures) == 1 else "figures"
    if _YEAR.search(folded):
        yield "year"
    if "%" in folded:
        yield "share"
    if _is_question(folded):
        yield "asked"
    elif not _ENDING_MARK.search(folded):
        yield "open"


def _is_question(folded: str) -> bool:
    return folded.rstrip(" \"')").endswith(("?", "？"))


def mark_denied(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mark claims that a sentence disclaims as denied: "we do not say that it is green"."""
    words, known, folded = _page_words().get(matches.language), lexicon(matches.language), sentence.folded.text
    if words is None or all(hit.modifier or hit.negated for hit in matches.hits):
        return matches
    _, end = next(known.spans(words["denied"], folded), (0, 0))
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
    for start, end in known.spans(words["worse"], folded):
        if any(hit.category == "comparative" and hit.start < end and start < hit.end for hit in matches.hits):
            continue  # a comparison, so something else rose
        masked = MaskedHit(start, end, f"{matches.language}.worse", "worse")
        remaining = (
            hit for hit in matches.hits if hit.category != "statement" and (hit.end <= start or end <= hit.start)
        )
        hidden = sorted((*matches.hidden, masked), key=lambda each: (each.start, -each.end, each.term))
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

    return _mask_hits(matches, dict.fromkeys(filter(is_subject, matches.hits), "outweighed"))


def names_subject(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence only names a subject."""
    return _is_heading(sentence.folded.text, lexicon(language))


def mask_outweighed(sentence: Sentence, matches: LexiconMatches) -> LexiconMatches:
    """Mask the vague words of a sentence that is probably no claim."""
    folded = sentence.folded.text
    outweighed = [hit for hit in matches.hits if not (hit.modifier or hit.negated) and _is_vague(hit, folded)]
    return _mask_hits(matches, dict.fromkeys(outweighed, "outweighed"))


def _mask_hits(matches: LexiconMatches, reasons: dict[Hit, MaskReason]) -> LexiconMatches:
    if not reasons:
        return matches
    hidden = (MaskedHit(hit.start, hit.end, hit.term, reason) for hit, reason in reasons.items())
    return replace(
        matches,
        hits=tuple(hit for hit in matches.hits if hit not in reasons),
        hidden=tuple(sorted((*matches.hidden, *hidden), key=lambda each: (each.start, -each.end, each.term))),
    )


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
    for start, end in known.spans(words["subject"], folded):
        characters[start:end] = " " * (end - start)
    return not any(character.isalpha() for character in characters)


def _subject_hashtags(folded: str, known: ClaimLexicon) -> list[tuple[int, int]]:
    words = _page_words().get(known.language)
    if words is None or "#" not in folded:
        return []
    subjects = set(known.spans(words["subject"], folded))
    return [tag.span() for tag in _HASHTAG.finditer(folded) if (tag.start() + 1, tag.end()) in subjects]
