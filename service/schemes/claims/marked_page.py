"""How does a checked text read in a browser: its claims marked where they stand, and beside each what is said of it?

A claim shows how it stands by its colour, its line and a sign, so that it is read without colours and aloud, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import jinja2

from rules.claims.standing import Standing
from service.schemes.claims.answer import worst_first, worst_standing
from service.schemes.claims.frame import SHOWN_QUESTIONS, CheckedText, Frame

if TYPE_CHECKING:
    from service.schemes.claims.answer import ToldClaim

_SIGNS = {
    Standing.PROHIBITED_AS_IT_STANDS: "✕",
    Standing.MISLEADING_AS_IT_STANDS: "!",
    Standing.FORBIDDEN_UNLESS_SHOWN: "?",
    Standing.TO_BE_DOCUMENTED: "≡",
    Standing.FINE: "✓",
    None: "–",
}


@dataclass(frozen=True, slots=True)
class _Note:
    """What stands beside a claim."""

    number: int
    quote: str
    language: str
    kind: str
    sign: str
    stands: str
    markets: tuple[tuple[str, str, str, str], ...]
    questions: tuple[str, ...]
    instead: str
    needs: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text, and the claim that it belongs to, if any."""

    text: str
    note: _Note | None = None


def marked_page(checked: CheckedText) -> str:
    """Write the page."""
    return _Writer(checked).page()


class _Writer(Frame):
    """Writes a page in one language."""

    def page(self) -> str:
        """Fill in the template; whatever the text holds is escaped."""
        answer, package = self._answer, resources.files(__package__)
        places = {id(claim): number for number, claim in enumerate(answer.claims)}
        ordered = worst_first(answer.claims)
        notes = {
            places[id(claim)]: self._note(place, claim, places[id(claim)]) for place, claim in enumerate(ordered, 1)
        }
        names = self._says["standings"]
        return _template(package.joinpath("marked_page.html.jinja").read_text(encoding="utf-8")).render(
            language="zh-Hans" if self._language == "zh" else self._language,
            says=self._spoken["page_marked"],
            source=self._source,
            head=[*self._head()],
            silent=[] if answer.claims else [self._none_found()],
            unread=[line for line in self._not_screened() if line],
            notes=[notes[places[id(claim)]] for claim in ordered],
            pieces=[*self._pieces(notes)],
            legend=[(one.value, _SIGNS[one], names[one.value]) for one in Standing],
        )

    def _note(self, number: int, claim: ToldClaim, place: int) -> _Note:
        standing = worst_standing(claim)
        stands = self._says["denied_short"] if not claim.answers else self._spoken["page_marked"]["not_judged"]
        proposal = claim.rewriting
        return _Note(
            number=number,
            quote=claim.candidate.quote,
            language=claim.candidate.language,
            kind="none" if standing is None else standing.value,
            sign=_SIGNS[standing],
            stands=stands if standing is None else self._says["standings"][standing.value],
            markets=tuple(
                (one.jurisdiction, self._stands(one), self._at_worst(one), one.unless_shown) for one in claim.answers
            ),
            questions=tuple(one.words for one in self._answer.questions if place in one.claims)[:SHOWN_QUESTIONS],
            instead="" if proposal is None else proposal.text,
            needs="" if proposal is None else proposal.needs,
        )

    def _pieces(self, notes: dict[int, _Note]) -> Iterator[_Piece]:
        """Cut the text at its claims; of claims that overlap the later has what the earlier leaves."""
        text, done = self._answer.document.text, 0
        claims = self._answer.claims
        for place in sorted(notes, key=lambda one: (claims[one].candidate.start, claims[one].candidate.end)):
            found = claims[place].candidate
            first = max(found.start, done)
            yield _Piece(text[done:first])
            yield _Piece(text[first : max(found.end, first)], notes[place])
            done = max(found.end, first)
        yield _Piece(text[done:])


def _template(source: str) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    return environment.from_string(source)
