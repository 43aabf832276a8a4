"""How are places of a text shown to people: a claim in its sentence, what a page shows, what sounds like a claim?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answering.terminal.columns import shown_width
from service.schemes.claims.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.claims.screening.candidates import Candidate, ScreeningResult
    from service.schemes.claims.documents.document import Document

_ASIDE = 80
"""So many characters of a sentence are shown before and behind a claim."""


def page_lines(document: Document, language: str) -> Iterator[str]:
    """Say what the page shows about every claim on it, and by what."""
    spoken = words(language)
    facts = [
        spoken["page_fact"].format(
            path=fact.path,
            value=spoken["words"].get(fact.value, fact.value),
            quote=one_line(fact.quote),
            place=spoken["places"].get(fact.place, fact.place),
            confidence=spoken["words"][fact.confidence],
        )
        for fact in document.shown
    ]
    if facts:
        yield spoken["page"].format(facts=spoken["semicolon"].join(facts))


def unheard_lines(result: ScreeningResult, language: str) -> Iterator[str]:
    """Say of a text without claims how certain that is, and which sentence makes it uncertain."""
    spoken, found = words(language), result.unheard
    if found is not None and result.hearing is not None and not result.candidates:
        quote = one_line(found.quote)
        yield spoken["no_claim"].format(
            hearing=spoken["hearings"][result.hearing],
            certainty=100 - found.percent,
            quote=quote if len(quote) <= _ASIDE else f"{quote[: _ASIDE - 1]}…",
        )


def marked(candidate: Candidate, document: Document) -> Iterator[str]:
    """Show a claim in its sentence, with a line under it that marks it."""
    text = document.text
    first = max(candidate.sentence.start, candidate.start - _ASIDE)
    last = min(candidate.sentence.end, candidate.end + _ASIDE)
    before, claim, behind = (
        one_line(text[start:end])
        for start, end in ((first, candidate.start), (candidate.start, candidate.end), (candidate.end, last))
    )
    before = f"{'…' if first > candidate.sentence.start else ''}{before}"
    place = document.place(candidate.start)
    head = f"{candidate.start}:{f' [{place}]' if place else ''} {before}"
    yield f"{head}{claim}{behind}{'…' if last < candidate.sentence.end else ''}"
    yield " " * shown_width(head) + "^" * max(1, shown_width(claim))


def one_line(text: str) -> str:
    """Write on one line what may stand on several, without marks that no terminal shows."""
    seen = (" " if character.isspace() else character for character in text)
    return "".join(character for character in seen if character.isprintable())
