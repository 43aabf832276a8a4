"""Annotations of marked claims: content shared by HTML, Word and PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rules.claims import ClaimStatus
from service.output.terminal.columns import one_line
from service.schemes.claims.answer import (
    CONDEMNED_STANDINGS,
    severity_rank,
    standing_word,
    worst_answer,
    worst_standing,
)
from service.schemes.claims.answer_frame import SHOWN_QUESTIONS, AnswerRenderer, CheckedText, needs_proof
from service.schemes.claims.render_full import FullTextRenderer
from touchstone.v1 import screening_service_pb2 as pb2

SIGNS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "✕",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "!",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "?",
    ClaimStatus.TO_BE_DOCUMENTED: "≡",
    ClaimStatus.FINE: "✓",
    "none": "–",
}
"""Signs for readers who cannot distinguish colours."""


@dataclass(frozen=True, slots=True)
class MarketNote:
    """Verdict on a claim in one jurisdiction."""

    jurisdiction: str
    verdict: str
    to_show: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """A question with the effect of each answer."""

    words: str
    answers: tuple[str, ...]
    places: str


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """Annotation of a claim; `number` 1 is the worst."""

    number: int
    start: int
    end: int
    quote: str
    language: str
    kind: str
    verdict: str
    markets: tuple[MarketNote, ...]
    questions: tuple[QuestionNote, ...]
    instead: str
    needs: str
    side_notes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        return SIGNS[self.kind]


class NoteRenderer(AnswerRenderer):
    """Renderer of claim notes and their report."""

    def __init__(self, checked: CheckedText, *, full: bool = False) -> None:
        super().__init__(checked)
        self._content = checked.content
        self._full = FullTextRenderer(checked) if full else None

    @property
    def _marks(self) -> dict[str, Any]:
        marks: dict[str, Any] = self._spoken["page_marked"]
        return marks

    def notes(self) -> tuple[ClaimNote, ...]:
        ordered = sorted(self._numbered_claims.items(), key=lambda indexed: severity_rank(indexed[1]))
        return tuple(self._note(number, claim, index) for number, (index, claim) in enumerate(ordered, 1))

    def _note(self, number: int, claim: pb2.CheckedClaim, index: int) -> ClaimNote:
        kind, candidate = standing_word(worst_standing(claim)), claim.candidate_claim
        rewriting = next((each for each in self._answer.rewritings if each.claim == index), pb2.ClaimRewriting())
        return ClaimNote(
            number=number,
            start=candidate.span.start,
            end=candidate.span.end,
            quote=candidate.span.quote,
            language=candidate.language_code,
            kind=kind,
            verdict=self._check_words["standings"][kind] if claim.answers else self._denied(),
            markets=tuple(map(self._market_note, claim.answers)),
            questions=tuple(map(self._question_note, self._questions_about(index))),
            instead=rewriting.text,
            needs=rewriting.needs,
            side_notes=tuple(self._side_notes(claim)),
            rules=() if self._full is None else tuple(self._full.claim_lines(claim)),
        )

    def _market_note(self, answer: pb2.ClaimAnswer) -> MarketNote:
        template = self._marks["open_clause" if needs_proof(answer) else "clause"]
        return MarketNote(
            answer.jurisdiction,
            self._verdict(answer),
            answer.unless_shown,
            tuple(
                template.format(
                    rule=rule.id,
                    name=rule.text.name,
                    bases=self._semicolon.join(rule.text.bases),
                    certainty=self._certainties[rule.certainty],
                )
                for rule in self._deciding_rules(answer)
            ),
        )

    def _questions_about(self, index: int) -> list[pb2.ClaimQuestion]:
        return [question for question in self._answer.questions if index in question.claims][:SHOWN_QUESTIONS]

    def _question_note(self, question: pb2.ClaimQuestion) -> QuestionNote:
        answers = [
            self._marks["answer"].format(
                words=option.label,
                facts=" ".join(f"{each.fact_id}={each.value}" for each in option.sets)
                or f"{question.id}={option.value}",
                effect=self._effect(option) or self._marks["no_fault"],
            )
            for option in question.options
        ]
        if question.points:
            points = (
                self._marks["point"].format(words=point.label, fact=point.fact_id, value=point.value or "[]")
                for point in question.points
            )
            answers.append(self._marks["points"].format(points=self._semicolon.join(points)))
        affected = self._marks["answer_places"].format(places=self._comma.join(question.jurisdictions))
        return QuestionNote(question.words, tuple(answers), affected)

    def _side_notes(self, claim: pb2.CheckedClaim) -> Iterator[str]:
        if self._full is None:
            yield from self._stated_lines(claim)
        for fact in claim.unused_facts:
            yield self._marks["unused"].format(fact=fact.words, why=self._unused_reason(fact))
        answer = worst_answer(claim)
        if answer is not None and answer.standing in CONDEMNED_STANDINGS:
            yield from self._fared(claim.candidate_claim.span.quote, answer)

    def lines_of(self, note: ClaimNote) -> Iterator[str]:
        marks = self._marks
        yield f"{note.sign} {note.number}. {note.verdict}"
        for market in note.markets:
            shown = f"{self._colon}{market.to_show}" if market.to_show else ""
            yield f"{market.jurisdiction}{self._colon}{market.verdict}{shown}"
            yield from (f"  {clause}" for clause in market.clauses)
        if note.questions:
            yield f"{marks['questions']}{self._colon}"
        for question in note.questions:
            yield f"• {question.words}"
            yield from (f"  – {effect}" for effect in (*question.answers, question.places))
        if note.instead:
            yield f"{marks['instead']}{self._colon}{note.instead}"
        if note.needs:
            yield f"{marks['needs' if note.instead else 'show_instead']}{self._colon}{note.needs}"
        yield from note.side_notes
        if note.rules:
            yield marks["rules"]
            yield from (f"  {line}" for line in note.rules)

    def basis_rows(self) -> Iterator[tuple[str, str]]:
        answer, marks = self._answer, self._marks
        checked = self._content or self._document.text.encode("utf-8", "surrogatepass")
        digest = marks["digest"].format(digest=hashlib.sha256(checked).hexdigest())
        yield marks["checked_file" if self._content else "checked_text"], f"{self._source}{self._semicolon}{digest}"
        yield marks["places"], self._comma.join(answer.jurisdictions)
        yield marks["days"], marks["law_of"].format(as_of=answer.as_of_date, shown=self._days(answer.shown_period))
        if self._server is not None:
            yield marks["server"], self._server
        for label, parts in (("card", answer.applied_scorecards), ("screened_by", answer.screening_sources)):
            yield from ((marks[label], self._version_line(part)) for part in parts)

    def _version_line(self, part: pb2.AppliedVersion) -> str:
        digest = self._marks["digest"].format(digest=part.digest) if part.digest else ""
        return self._semicolon.join(filter(None, (f"{part.name} {part.version}".strip(), digest)))

    def _title(self) -> str:
        return str(self._marks["title"].format(source=self._source))

    def _assessed(self) -> tuple[str, ...]:
        return () if self._full is None else tuple(self._full.assessed_lines())

    def closing_lines(self) -> tuple[str, ...]:
        has_verdicts = any(claim.answers for claim in self._claims)
        return (*self._doubtful(), *self._assessed(), *([self._sum()] if has_verdicts else []), *self._where_stored())

    def summary(self, remarks: tuple[str, ...], unplaced: tuple[ClaimNote, ...]) -> Iterator[str]:
        yield from self._opening(remarks)
        if unplaced:
            yield self._marks["unplaced"]
            for note in unplaced:
                yield f"{note.number}. “{note.quote}”"
                yield from self.lines_of(note)
        yield from self._ending()
        yield self._marks["basis"]
        yield from self._basis_lines()
        yield self._marks["court"]

    def report(self) -> Iterator[tuple[str, bool]]:
        yield from ((line, False) for line in self._opening(()))
        yield from self.report_body()

    def report_body(self) -> Iterator[tuple[str, bool]]:
        """Yield the lines of the claims and of the basis, each with whether it is a heading."""
        for note in self.notes():
            yield f"{note.number}. “{one_line(note.quote)}”", True
            yield from ((line, False) for line in self.lines_of(note))
        yield from ((line, False) for line in self._ending())
        yield self._marks["basis"], True
        yield from ((line, False) for line in (*self._basis_lines(), self._marks["court"]))

    def _opening(self, remarks: tuple[str, ...]) -> Iterator[str]:
        yield from self._head()
        yield from remarks
        if not self._claims:
            yield self._none_found()
            yield from self._unflagged()
        yield from self._findings()

    def _ending(self) -> Iterator[str]:
        yield from filter(None, self._not_screened())
        yield from self._sum_unread()
        yield from self.closing_lines()

    def _basis_lines(self) -> Iterator[str]:
        yield from (f"{label}{self._colon}{value}" for label, value in self.basis_rows())
