"""Annotations of marked claims: the content shared by HTML marks, Word comments and PDF notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.claims import ClaimStatus
from service.schemes.claims.answer import worst_answer, worst_first, worst_status
from service.schemes.claims.answer_frame import CONDEMNED, SHOWN_QUESTIONS, AnswerRenderer, unflagged_lines

if TYPE_CHECKING:
    from service.schemes.claims.answer import LocalizedClaim

SIGNS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "✕",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "!",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "?",
    ClaimStatus.TO_BE_DOCUMENTED: "≡",
    ClaimStatus.FINE: "✓",
    None: "–",
}
"""How a claim stands, for who sees no colours."""


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What stands beside a claim, and where in the text the claim stands; `number` counts from the worst."""

    number: int
    start: int
    end: int
    quote: str
    language: str
    standing: ClaimStatus | None
    stands: str
    markets: tuple[tuple[str, str, str, str], ...]
    questions: tuple[str, ...]
    instead: str
    needs: str
    beside: tuple[str, ...] = ()
    """Which facts given change nothing about it, and how claims of its kinds were decided."""

    @property
    def kind(self) -> str:
        """Name how it stands, for programs."""
        return "none" if self.standing is None else self.standing.value

    @property
    def sign(self) -> str:
        """Give the sign of how it stands."""
        return SIGNS[self.standing]


class NoteRenderer(AnswerRenderer):
    """Writes, in one language, what is said beside claims and above them all."""

    @property
    def _marks(self) -> dict[str, Any]:
        """The words of what is marked."""
        marks: dict[str, Any] = self._spoken["page_marked"]
        return marks

    def notes(self) -> tuple[ClaimNote, ...]:
        """Say of every claim what stands beside it, worst first."""
        places = {id(claim): number for number, claim in enumerate(self._answer.claims)}
        ordered = worst_first(self._answer.claims)
        return tuple(self._note(number, claim, places[id(claim)]) for number, claim in enumerate(ordered, 1))

    def _note(self, number: int, claim: LocalizedClaim, place: int) -> ClaimNote:
        standing = worst_status(claim)
        stands = self._says["denied_short"] if not claim.answers else self._marks["not_judged"]
        proposal = claim.rewriting
        return ClaimNote(
            number=number,
            start=claim.candidate.start,
            end=claim.candidate.end,
            quote=claim.candidate.quote,
            language=claim.candidate.language,
            standing=standing,
            stands=stands if standing is None else self._says["standings"][standing.value],
            markets=tuple(
                (answer.jurisdiction, self._stands(answer), self._at_worst(answer), answer.unless_shown)
                for answer in claim.answers
            ),
            questions=tuple(question.words for question in self._answer.questions if place in question.claims)[
                :SHOWN_QUESTIONS
            ],
            instead="" if proposal is None else proposal.text,
            needs="" if proposal is None else proposal.needs,
            beside=tuple(self._side_notes(claim)),
        )

    def _side_notes(self, claim: LocalizedClaim) -> Iterator[str]:
        for fact in claim.unused:
            yield self._marks["unused"].format(fact=fact.words, why=self._says["unused"][fact.reason])
        answer = worst_answer(claim)
        if answer is not None and answer.standing in CONDEMNED:
            yield from self._fared(claim.candidate.quote, answer)

    def lines_of(self, note: ClaimNote) -> Iterator[str]:
        """Write what stands beside a claim, line by line."""
        marks = self._marks
        yield f"{note.sign} {note.number}. {note.stands}"
        for market, stands, verdict, thing in note.markets:
            shown = f"{self._semicolon}{self._says['to_show_short'].format(thing=thing)}" if thing else ""
            yield f"{market}{self._colon}{stands} ({verdict}{shown})"
        if note.questions:
            yield f"{marks['questions']}{self._colon}"
            yield from (f"• {question}" for question in note.questions)
        if note.instead:
            yield f"{marks['instead']}{self._colon}{note.instead}"
        if note.needs:
            yield f"{marks['needs' if note.instead else 'show_instead']}{self._colon}{note.needs}"
        yield from note.beside

    def summary(self, remarks: tuple[str, ...], unplaced: tuple[ClaimNote, ...]) -> Iterator[str]:
        """Write what is said of the whole: what was read, what no note could be put to, and that no court says it."""
        yield from self._head()
        yield from remarks
        if not self._answer.claims:
            yield self._none_found()
            yield from unflagged_lines(self._answer.result, self._language)
        yield from self._findings()
        if unplaced:
            yield self._marks["unplaced"]
            for note in unplaced:
                yield f"{note.number}. “{note.quote}”"
                yield from self.lines_of(note)
        yield from filter(None, self._not_screened())
        yield self._marks["court"]
