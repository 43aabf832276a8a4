"""Claim views of a checked text: highlighted lines, claims, rules, questions and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from service.output.mapping.mapper import word_of
from service.schemes.claims.answer import (
    CONDEMNED_STANDINGS,
    CitedRules,
    count_unread,
    of_law,
    worst_standing,
)
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_table import ClaimTable
from service.schemes.claims.documents.document import Document
from service.schemes.claims.pages.forms import BEHIND_QUESTION, ClaimAnswer, standings_before, typed_name
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from service.schemes.claims.claim_table import ClaimFilters, ClaimRow
    from service.workbench.page import PageRequest

_MAX_RULES, _MAX_QUESTIONS_AT_CLAIM, _MAX_SINGLE_CLAIM_QUESTIONS, _MAX_QUESTIONS_ASIDE = 3, 3, 8, 3
_LINE_STYLES: Mapping[int, str] = {
    **dict.fromkeys(CONDEMNED_STANDINGS, "c-stop"),
    screenings.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN: "c-unless",
    screenings.CLAIM_STANDING_TO_BE_DOCUMENTED: "c-doc",
    screenings.CLAIM_STANDING_FINE: "c-fine",
}


class Rule(NamedTuple):
    """Rule with its scorecard and the certainty of its interpretation."""

    card: str
    id: str
    name: str
    bases: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Answer option; `effect` lists the verdicts that it causes, or the rules that it rules out."""

    value: str
    words: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class QuestionField:
    """Question as form fields; `kind` is radio, checkbox or text."""

    name: str
    words: str
    kind: str
    choices: Sequence[Choice]
    claims: Sequence[int]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Status of a claim in one jurisdiction, with its rules."""

    place: str
    answer: screenings.ClaimAnswer
    rules: Sequence[Rule]
    more_rules: int


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Claim for display; `number` counts from the worst."""

    number: int
    claim: screenings.CheckedClaim
    standing: int
    rows: Sequence[PlaceRow]
    questions: Sequence[QuestionField]
    """Questions about this claim and no worse claim, except those in `TextView.aside`."""
    alone: Sequence[QuestionField]
    """Questions about several claims, restricted to this claim."""
    instead: screenings.ClaimRewriting | None

    @property
    def quote(self) -> str:
        return self.claim.candidate_claim.span.quote

    @property
    def line(self) -> str:
        return line_of(self.standing)

    @property
    def worst_row(self) -> PlaceRow | None:
        return next((row for row in self.rows if row.answer.standing == self.standing), None)


class Stretch(NamedTuple):
    """Part of a line, with its claim if any; `ends` marks the end of the claim."""

    text: str
    view: ClaimView | None = None
    ends: bool = False


class StandingChange(NamedTuple):
    """Changed status of a claim in one jurisdiction."""

    view: ClaimView
    place: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class TextView:
    """Checked text for display; `changes` is None without an earlier check."""

    response: screenings.CheckClaimsResponse
    rows: Sequence[ClaimRow]
    choices: ClaimFilters
    table_texts: Mapping[str, Any]
    views: Mapping[int, ClaimView]
    """Views by index in the answer, worst first; doubtful claims are last."""
    lines: Sequence[Sequence[Stretch]]
    aside: Sequence[QuestionField]
    changes: Sequence[StandingChange] | None
    questions_before: int

    @property
    def unread(self) -> int:
        return count_unread(self.response)

    @property
    def assumed_ids(self) -> frozenset[str]:
        return frozenset(fact.fact_id for claim in self.response.checked_claims for fact in claim.assumptions)


def line_of(standing: int) -> str:
    """Return the line style of a claim status, or empty."""
    return _LINE_STYLES.get(standing, "")


def standing_word(standing: int) -> str:
    """Return the word key of a claim status."""
    return word_of(screenings.ClaimStanding, standing) if standing else "not_judged"


def view_of(page_request: PageRequest, response: screenings.CheckClaimsResponse) -> TextView:
    """Return a checked text for display."""
    document = Document(response.document_kind, response.text)
    table = ClaimTable(CheckedText("", response, document, page_request.language))
    rows = table.rows()
    numbers = {row.index: row.number for row in rows}
    aside = [
        _question(page_request, response, question, f"answer-all-{number}", numbers)
        for number, question in enumerate(response.questions[:_MAX_QUESTIONS_ASIDE])
    ]
    cited = CitedRules(response)
    views = {row.index: _claim_view(page_request, response, row.index, numbers, cited) for row in rows}
    earlier = standings_before(page_request, len(response.text))
    return TextView(
        response=response,
        rows=rows,
        choices=table.filters(rows),
        table_texts=table.texts,
        views=views,
        lines=marked_lines(response.text, [views[row.index] for row in rows if not row.is_doubtful]),
        aside=aside,
        changes=None if earlier is None else list(_changes(views.values(), earlier[1])),
        questions_before=0 if earlier is None else earlier[0],
    )


def _claim_view(
    page_request: PageRequest,
    response: screenings.CheckClaimsResponse,
    index: int,
    numbers: dict[int, int],
    cited: CitedRules,
) -> ClaimView:
    claim, number = response.checked_claims[index], numbers[index]
    shared = [each for each in response.questions if index in each.claims and len(each.claims) > 1]
    ranked_first = [
        question
        for question in response.questions[_MAX_QUESTIONS_ASIDE:]
        if number == min(numbers[each] for each in question.claims)
    ]
    return ClaimView(
        number=number,
        claim=claim,
        standing=worst_standing(claim),
        rows=[_place_row(page_request, answer, cited) for answer in claim.answers],
        questions=[
            _question(page_request, response, question, f"answer-{number}-{each}", numbers)
            for each, question in enumerate(ranked_first[:_MAX_QUESTIONS_AT_CLAIM])
        ],
        alone=[
            _question(page_request, response, question, f"answer-{number}-alone-{each}", {index: number})
            for each, question in enumerate(shared[:_MAX_SINGLE_CLAIM_QUESTIONS])
        ],
        instead=next((rewriting for rewriting in response.rewritings if rewriting.claim == index), None),
    )


def _place_row(page_request: PageRequest, answer: screenings.ClaimAnswer, cited: CitedRules) -> PlaceRow:
    deciding = of_law(cited.of(answer.standing_rules, answer.jurisdiction))
    shown_rules = [
        Rule(
            rule.text.scorecard, rule.id, rule.text.name, page_request.w["semicolon"].join(rule.text.bases),
            rule.certainty,
        )
        for rule in deciding[:_MAX_RULES]
    ]  # fmt: skip
    return PlaceRow(answer.jurisdiction, answer, shown_rules, max(len(deciding) - _MAX_RULES, 0))


def _question(
    page_request: PageRequest,
    response: screenings.CheckClaimsResponse,
    question: screenings.ClaimQuestion,
    name: str,
    numbers: dict[int, int],
) -> QuestionField:
    claims = [claim for claim in question.claims if claim in numbers]
    claim_numbers = sorted(numbers[claim] for claim in claims)
    spans = (response.checked_claims[claim].candidate_claim.span for claim in claims)
    quotes = tuple(dict.fromkeys(" ".join(span.quote.split()) for span in spans))
    if question.points:
        points = [
            Choice(_answer_field(point.fact_id, point.value, quotes, question.words, point.label), point.label)
            for point in question.points
        ]
        return QuestionField(name, question.words, "checkbox", points, claim_numbers)
    if not question.options:
        typed = typed_name(question.id, question.unit, quotes, question.words)
        return QuestionField(typed, question.words, "text", (), claim_numbers, question.unit)
    choices = [
        Choice(_option_field(question, option, quotes), option.label, _effect(page_request, option))
        for option in question.options
    ]
    return QuestionField(name, question.words, "checkbox" if question.several else "radio", choices, claim_numbers)


def _option_field(
    question: screenings.ClaimQuestion, option: screenings.ClaimQuestionOption, quotes: tuple[str, ...]
) -> str:
    """Return the facts that an option states, one a line."""
    none = question.several and option.value == "none"
    stated = [(each.fact_id, each.value, f" ({each.fact_id}={each.value})") for each in option.sets]
    stated = stated or [(question.id, "" if none else option.value, "")]
    return "\n".join(
        _answer_field(fact, value, quotes, question.words, option.label + name) for fact, value, name in stated
    )


def _answer_field(fact: str, value: str, quotes: tuple[str, ...], question: str, label: str) -> str:
    return ClaimAnswer(fact, (value,) if value else (), quotes, f"{question}{BEHIND_QUESTION}{label}").written()


def _effect(page_request: PageRequest, option: screenings.ClaimQuestionOption) -> str:
    w, effects = page_request.w, []
    for fault in option.faults:
        verdict = word_of(evaluation_pb2.Verdict, fault.verdict)
        places = w["comma"].join(page_request.word("market", code) for code in fault.jurisdictions)
        effects.append(w["claims"]["effect"].format(verdict=page_request.word("verdict_given", verdict), places=places))
    if option.excluded_rules and not effects:
        rules = w["comma"].join(option.excluded_rules[:_MAX_RULES])
        more = len(option.excluded_rules) - _MAX_RULES
        effects.append(w["claims"]["excludes"].format(rules=rules))
        effects += [w["claims"]["more_rules"].format(count=more)] if more > 0 else []
    return str(w["semicolon"].join(effects))


def marked_lines(text: str, views: Iterable[ClaimView]) -> list[list[Stretch]]:
    """Split a text into nonempty lines and claim parts; overlaps belong to the earlier claim."""
    ranges: list[tuple[int, int, ClaimView]] = []
    covered_end = 0
    spans = ((view.claim.candidate_claim.span, view) for view in views)
    for span, view in sorted(spans, key=lambda each: (each[0].start, each[0].end)):
        start = max(span.start, covered_end)
        covered_end = max(span.end, start)
        if start < covered_end:
            ranges.append((start, covered_end, view))
    lines: list[list[Stretch]] = []
    start, next_claim = 0, 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        shown_end = start + len(line.rstrip("\r\n"))
        stretches, position = [], start
        while next_claim < len(ranges) and ranges[next_claim][0] < end:
            first, last, view = ranges[next_claim]
            first, cut = max(first, position), min(last, end)
            stretches.append(Stretch(text[position : min(first, shown_end)]))
            stretches.append(Stretch(text[first : min(cut, shown_end)], view, ends=last <= end))
            position = cut
            if last > end:
                break
            next_claim += 1
        stretches.append(Stretch(text[position:shown_end]))
        if line.strip():
            lines.append([stretch for stretch in stretches if stretch.text])
        start = end
    return lines


def _changes(views: Iterable[ClaimView], before: dict[tuple[int, str], int]) -> Iterator[StandingChange]:
    for view in views:
        for row in view.rows:
            earlier = before.get((view.claim.candidate_claim.span.start, row.place))
            if earlier is not None and earlier != row.answer.standing:
                yield StandingChange(view, row.place, earlier, row.answer.standing)
