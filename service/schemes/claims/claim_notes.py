"""Annotations of marked claims: the content shared by HTML marks, Word comments and PDF notes."""

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
"""How a claim stands, for who sees no colours."""


@dataclass(frozen=True, slots=True)
class MarketNote:
    """How a claim stands in one jurisdiction: the verdict, what would have to be shown, and each clause it rests on."""

    jurisdiction: str
    stands: str
    verdict: str
    to_show: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """A question, what each answer to it would change, and where an answer can change a verdict."""

    words: str
    answers: tuple[str, ...]
    places: str


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
    markets: tuple[MarketNote, ...]
    questions: tuple[QuestionNote, ...]
    instead: str
    needs: str
    beside: tuple[str, ...] = ()
    """Which facts given change nothing about it, and how claims of its kinds were decided."""
    rules: tuple[str, ...] = ()
    """Every rule, as the full text tells it, indented by two spaces for each level; nothing in a short report."""

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

    def __init__(self, checked: CheckedText, *, full: bool = False) -> None:
        """Write about this answer, with every rule if the report is to be full."""
        super().__init__(checked)
        self._content = checked.content
        self._full = FullTextRenderer(checked) if full else None

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
            markets=tuple(map(self._market, claim.answers)),
            questions=tuple(map(self._question_note, self._questions_about(place))),
            instead="" if proposal is None else proposal.text,
            needs="" if proposal is None else proposal.needs,
            beside=tuple(self._side_notes(claim)),
            rules=() if self._full is None else tuple(self._full.claim_lines(claim)),
        )

    def _market(self, answer: LocalizedJurisdictionResult) -> MarketNote:
        """Say how a claim stands in a jurisdiction; the clauses are those of the rules by which it does.

        Where no rule settles that, they are those of the open rules that could make it worst.
        """
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

    def _questions_about(self, place: int) -> list[Question]:
        """Give the questions about a claim that decide most."""
        return [question for question in self._answer.questions if place in question.claims][:SHOWN_QUESTIONS]

    def _question_note(self, question: Question) -> QuestionNote:
        answers = [self._answer_effect(question.id, option) for option in question.options]
        if question.items:
            points = (
                self._marks["point"].format(words=item.words, fact=item.fact, value=item.value or "[]")
                for item in question.items
            )
            answers.append(self._marks["points"].format(points=self._semicolon.join(points)))
        places = self._marks["answer_places"].format(places=self._comma.join(question.jurisdictions))
        return QuestionNote(question.words, tuple(answers), places)

    def _answer_effect(self, fact: str, option: Option) -> str:
        effects = [
            self._says["question_fault"].format(verdict=self._verdict_text(verdict), places=self._comma.join(places))
            for verdict, places in option.faults.items()
        ]
        effect = self._comma.join(effects) or self._marks["no_fault"]
        return str(self._marks["answer"].format(words=option.words, fact=fact, value=option.value, effect=effect))

    def _side_notes(self, claim: LocalizedClaim) -> Iterator[str]:
        for fact in claim.unused:
            yield self._marks["unused"].format(fact=fact.words, why=self._says["unused"][fact.reason])
        answer = worst_answer(claim)
        if answer is not None and answer.is_condemned:
            yield from self._fared(claim.candidate.quote, answer)

    def lines_of(self, note: ClaimNote) -> Iterator[str]:
        """Write what stands beside a claim, line by line."""
        marks = self._marks
        yield f"{note.sign} {note.number}. {note.stands}"
        for market in note.markets:
            thing = market.to_show
            shown = f"{self._semicolon}{self._says['to_show_short'].format(thing=thing)}" if thing else ""
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
        yield from note.beside
        if note.rules:
            yield marks["rules"]
            yield from (f"  {line}" for line in note.rules)

    def basis_rows(self) -> Iterator[tuple[str, str]]:
        """Say what the report rests on, each with its name: text, places, days, cards, and what found the claims."""
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
        """Tell of places of the text that should be read together."""
        return tuple(self._findings())

    def closing_lines(self) -> tuple[str, ...]:
        """Say in a full report what was assessed; then the sum of verdicts, and where a server keeps evaluations."""
        assessed = () if self._full is None else tuple(self._full.assessed_lines())
        has_verdicts = any(claim.answers for claim in self._answer.claims)
        return (*assessed, *([self._sum()] if has_verdicts else []), *self._where_stored())

    def summary(self, remarks: tuple[str, ...], unplaced: tuple[ClaimNote, ...]) -> Iterator[str]:
        """Write what is said of the whole: what was read, what no note could be put to, and that no court says it."""
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
        """Write the whole line by line, each claim under its words, and say which lines are headings."""
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
