"""Annotations of marked claims: content shared by HTML, Word and PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.claims import ClaimStatus
from service.schemes.claims.answer import worst_answer, worst_first, worst_status
from service.schemes.claims.answer_frame import (
    SHOWN_QUESTIONS,
    AnswerRenderer,
    CheckedText,
    one_line,
    unflagged_lines,
)
from service.schemes.claims.render_full import FullTextRenderer, highest_ranking_rules

if TYPE_CHECKING:
    from service.schemes.claims.answer import AppliedVersion, LocalizedClaim, LocalizedJurisdictionResult
    from service.schemes.claims.questions import Option, Question

SIGNS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "✕",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "!",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "?",
    ClaimStatus.TO_BE_DOCUMENTED: "≡",
    ClaimStatus.FINE: "✓",
    None: "–",
}
"""Signs for readers who cannot distinguish colours."""


@dataclass(frozen=True, slots=True)
class MarketNote:
    """Verdict on a claim in one jurisdiction."""

    jurisdiction: str
    stands: str
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
    standing: ClaimStatus | None
    stands: str
    markets: tuple[MarketNote, ...]
    questions: tuple[QuestionNote, ...]
    instead: str
    needs: str
    side_notes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return "none" if self.standing is None else self.standing.value

    @property
    def sign(self) -> str:
        return SIGNS[self.standing]


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
        indexes = {id(claim): number for number, claim in enumerate(self._answer.claims)}
        ordered = worst_first(self._answer.claims)
        return tuple(self._note(number, claim, indexes[id(claim)]) for number, claim in enumerate(ordered, 1))

    def _note(self, number: int, claim: LocalizedClaim, index: int) -> ClaimNote:
        status = worst_status(claim)
        unjudged_text = self._check_words["denied_short"] if not claim.answers else self._marks["not_judged"]
        proposal = claim.rewriting
        return ClaimNote(
            number=number,
            start=claim.candidate.start,
            end=claim.candidate.end,
            quote=claim.candidate.quote,
            language=claim.candidate.language,
            standing=status,
            stands=unjudged_text if status is None else self._check_words["standings"][status.value],
            markets=tuple(map(self._market_note, claim.answers)),
            questions=tuple(map(self._question_note, self._questions_about(index))),
            instead="" if proposal is None else proposal.text,
            needs="" if proposal is None else proposal.needs,
            side_notes=tuple(self._side_notes(claim)),
            rules=() if self._full is None else tuple(self._full.claim_lines(claim)),
        )

    def _market_note(self, answer: LocalizedJurisdictionResult) -> MarketNote:
        rules = highest_ranking_rules(() if answer.settled else answer.standing_rules) or answer.resting
        template = self._marks["clause" if answer.settled or answer.standing_rules else "open_clause"]
        return MarketNote(
            answer.jurisdiction,
            self._stands(answer),
            self._at_worst(answer),
            answer.unless_shown,
            tuple(
                template.format(
                    rule=rule.rule,
                    name=rule.name,
                    bases=self._semicolon.join(rule.bases),
                    certainty=self._certainties[rule.certainty],
                )
                for rule in rules
            ),
        )

    def _questions_about(self, index: int) -> list[Question]:
        return [question for question in self._answer.questions if index in question.claims][:SHOWN_QUESTIONS]

    def _question_note(self, question: Question) -> QuestionNote:
        answers = [self._answer_effect(question.id, option) for option in question.options]
        if question.items:
            points = (
                self._marks["point"].format(words=item.words, fact=item.fact, value=item.value or "[]")
                for item in question.items
            )
            answers.append(self._marks["points"].format(points=self._semicolon.join(points)))
        affected = self._marks["answer_places"].format(places=self._comma.join(question.jurisdictions))
        return QuestionNote(question.words, tuple(answers), affected)

    def _answer_effect(self, fact: str, option: Option) -> str:
        effects = [
            self._check_words["question_fault"].format(
                verdict=self._verdict_text(verdict), places=self._comma.join(jurisdictions)
            )
            for verdict, jurisdictions in option.faults.items()
        ]
        effect = self._comma.join(effects) or self._marks["no_fault"]
        return str(self._marks["answer"].format(words=option.words, fact=fact, value=option.value, effect=effect))

    def _side_notes(self, claim: LocalizedClaim) -> Iterator[str]:
        for fact in claim.unused:
            yield self._marks["unused"].format(fact=fact.words, why=self._check_words["unused"][fact.reason])
        answer = worst_answer(claim)
        if answer is not None and answer.is_condemned:
            yield from self._fared(claim.candidate.quote, answer)

    def lines_of(self, note: ClaimNote) -> Iterator[str]:
        marks = self._marks
        yield f"{note.sign} {note.number}. {note.stands}"
        for market in note.markets:
            thing = market.to_show
            shown = f"{self._semicolon}{self._check_words['to_show_short'].format(thing=thing)}" if thing else ""
            yield f"{market.jurisdiction}{self._colon}{market.stands} ({market.verdict}{shown})"
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
        checked = self._content or answer.document.text.encode("utf-8", "surrogatepass")
        digest = marks["digest"].format(digest=hashlib.sha256(checked).hexdigest())
        yield marks["checked_file" if self._content else "checked_text"], f"{self._source}{self._semicolon}{digest}"
        yield marks["places"], self._comma.join(answer.jurisdictions)
        yield marks["days"], marks["law_of"].format(as_of=answer.as_of, shown=self._days(answer.shown))
        if self._server is not None:
            yield marks["server"], self._server
        for label, parts in (("card", answer.cards), ("screened_by", answer.screened_by)):
            yield from ((marks[label], self._version_line(part)) for part in parts)

    def _version_line(self, part: AppliedVersion) -> str:
        digest = self._marks["digest"].format(digest=part.digest) if part.digest else ""
        return self._semicolon.join(filter(None, (f"{part.name} {part.version}".strip(), digest)))

    def text_findings(self) -> tuple[str, ...]:
        return tuple(self._findings())

    def closing_lines(self) -> tuple[str, ...]:
        assessed = () if self._full is None else tuple(self._full.assessed_lines())
        has_verdicts = any(claim.answers for claim in self._answer.claims)
        return (*assessed, *([self._sum()] if has_verdicts else []), *self._where_stored())

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
        for note in self.notes():
            yield f"{note.number}. “{one_line(note.quote)}”", True
            yield from ((line, False) for line in self.lines_of(note))
        yield from ((line, False) for line in self._ending())
        yield self._marks["basis"], True
        yield from ((line, False) for line in (*self._basis_lines(), self._marks["court"]))

    def _opening(self, remarks: tuple[str, ...]) -> Iterator[str]:
        yield from self._head()
        yield from remarks
        if not self._answer.claims:
            yield self._none_found()
            yield from unflagged_lines(self._answer.result, self._language)
        yield from self._findings()

    def _ending(self) -> Iterator[str]:
        yield from filter(None, self._not_screened())
        yield from self._sum_unread()
        yield from self.closing_lines()

    def _basis_lines(self) -> Iterator[str]:
        yield from (f"{label}{self._colon}{value}" for label, value in self.basis_rows())
