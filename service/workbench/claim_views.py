"""Views of a judged text: marked stretches, claims worst first, what decides, and what answers changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from service.output.mapping.mapper import word_of
from service.workbench.claim_forms import BEHIND_QUESTION, ClaimAnswer, standings_before, typed_name
from service.workbench.pages.rules import certainty_word
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from service.workbench.page import PageRequest

CONDEMNED = frozenset(
    {screenings.CLAIM_STANDING_PROHIBITED_AS_IT_STANDS, screenings.CLAIM_STANDING_MISLEADING_AS_IT_STANDS}
)
_MOST_RULES, _MOST_IN_PLACE, _MOST_ALONE, _MOST_ASIDE = 3, 3, 8, 3
"""How many rules stand in a row, and how many questions at a claim, of that claim alone, and beside the text."""
_NOT_JUDGED = len(screenings.ClaimStanding.values())
_LINES: Mapping[int, str] = {
    **dict.fromkeys(CONDEMNED, "c-stop"),
    screenings.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN: "c-unless",
    screenings.CLAIM_STANDING_TO_BE_DOCUMENTED: "c-doc",
    screenings.CLAIM_STANDING_FINE: "c-fine",
}
"""The line under the words of a claim, by how it stands."""


class Rule(NamedTuple):
    """A rule in words, with the scorecard that it is of and how sure its reading is."""

    card: str
    id: str
    name: str
    bases: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: what its field sends, its words, and what it would make prohibited or misleading."""

    value: str
    words: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class QuestionField:
    """A question as fields of a form; `kind` is radio, checkbox or text."""

    name: str
    words: str
    kind: str
    choices: Sequence[Choice]
    claims: Sequence[int]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """How a claim stands in one place, by which rules."""

    place: str
    answer: screenings.ClaimAnswer
    rules: Sequence[Rule]
    more_rules: int


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as it is shown; `number` counts from the worst."""

    number: int
    claim: screenings.CheckedClaim
    standing: int
    rows: Sequence[PlaceRow]
    questions: Sequence[QuestionField]
    """About it and the claims behind it."""
    alone: Sequence[QuestionField]
    """About it alone, where they are otherwise asked about several claims."""
    instead: screenings.ClaimRewriting | None

    @property
    def quote(self) -> str:
        """Its words."""
        return self.claim.candidate_claim.span.quote

    @property
    def line(self) -> str:
        """The line under its words; empty if it is not judged."""
        return line_of(self.standing)

    @property
    def is_denied(self) -> bool:
        """Whether the text denies it."""
        return self.claim.candidate_claim.negated

    @property
    def may_be_none(self) -> bool:
        """Whether its words may be no claim."""
        return self.claim.candidate_claim.confidence == screenings.SCREENING_CONFIDENCE_LOW

    @property
    def worst_row(self) -> PlaceRow | None:
        """The first place in which it stands worst."""
        return next((row for row in self.rows if row.answer.standing == self.standing), None)


class Stretch(NamedTuple):
    """A stretch of a line of the text, and the claim that it is of; `ends` says that the claim ends with it."""

    text: str
    view: ClaimView | None = None
    ends: bool = False


class StandingChange(NamedTuple):
    """How a claim stood and stands in a place."""

    view: ClaimView
    place: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class TextView:
    """A judged text as it is shown."""

    response: screenings.CheckClaimsResponse
    views: Sequence[ClaimView]
    lines: Sequence[Sequence[Stretch]]
    aside: Sequence[QuestionField]
    counts: Counter[str]
    condemned_places: Sequence[str]
    changes: Sequence[StandingChange] | None
    questions_before: int

    @property
    def unread(self) -> int:
        """Of how many parts it is not known what they claim."""
        return len(self.response.unscreened_segments) + self.response.left_out_counts.get("page without text", 0)

    @property
    def assumed_ids(self) -> frozenset[str]:
        """The facts that were taken from the words of some claim."""
        return frozenset(fact.fact_id for claim in self.response.checked_claims for fact in claim.assumptions)


def line_of(standing: int) -> str:
    """Give the line under words that stand so; empty for words that are not judged."""
    return _LINES.get(standing, "")


def standing_word(standing: int) -> str:
    """Give the name by which words for how a claim stands are found."""
    return word_of(screenings.ClaimStanding, standing) if standing else "not_judged"


def worst_standing(claim: screenings.CheckedClaim) -> int:
    """Give how a claim stands where it stands worst; 0 if it is judged nowhere."""
    return min((answer.standing for answer in claim.answers if answer.standing), default=0)


def view_of(page_request: PageRequest, response: screenings.CheckClaimsResponse) -> TextView:
    """Give a judged text as it is shown."""
    claims = response.checked_claims
    order = sorted(range(len(claims)), key=lambda place: _rank(claims[place]))
    numbers = {place: number for number, place in enumerate(order, 1)}
    aside = [
        _question(page_request, response, question, f"answer-all-{number}", numbers)
        for number, question in enumerate(response.questions[:_MOST_ASIDE])
    ]
    views = [_claim_view(page_request, response, place, numbers) for place in order]
    condemned = dict.fromkeys(row.place for view in views for row in view.rows if row.answer.standing in CONDEMNED)
    earlier = standings_before(page_request, len(response.text))
    return TextView(
        response=response,
        views=views,
        lines=marked_lines(response.text, views),
        aside=aside,
        counts=Counter(view.line for view in views),
        condemned_places=list(condemned),
        changes=None if earlier is None else list(_changes(views, earlier[1])),
        questions_before=0 if earlier is None else earlier[0],
    )


def _rank(claim: screenings.CheckedClaim) -> tuple[int, bool, int]:
    low = claim.candidate_claim.confidence == screenings.SCREENING_CONFIDENCE_LOW
    return worst_standing(claim) or _NOT_JUDGED, low, claim.candidate_claim.span.start


def _claim_view(
    page_request: PageRequest, response: screenings.CheckClaimsResponse, place: int, numbers: dict[int, int]
) -> ClaimView:
    claim, number = response.checked_claims[place], numbers[place]
    about = [question for question in response.questions if place in question.claims]
    first = [
        question
        for question in response.questions[_MOST_ASIDE:]
        if number == min(numbers[each] for each in question.claims)
    ]
    rules = {
        (rule.scorecard, rule.rule_id, jurisdiction): rule
        for rule in response.rules
        for jurisdiction in rule.jurisdictions
    }
    # of each jurisdiction the last, which is the scorecard of practice
    practice = {coverage.jurisdiction: coverage.scorecard_version.split("/")[1] for coverage in response.coverages}
    return ClaimView(
        number=number,
        claim=claim,
        standing=worst_standing(claim),
        rows=[
            _place_row(page_request, answer, rules, practice.get(answer.jurisdiction, "")) for answer in claim.answers
        ],
        questions=[
            _question(page_request, response, question, f"answer-{number}-{each}", numbers)
            for each, question in enumerate(first[:_MOST_IN_PLACE])
        ],
        alone=[
            _question(page_request, response, question, f"answer-{number}-alone-{each}", {place: number})
            for each, question in enumerate([each for each in about if len(each.claims) > 1][:_MOST_ALONE])
        ],
        instead=next((rewriting for rewriting in response.rewritings if rewriting.claim == place), None),
    )


def _place_row(
    page_request: PageRequest,
    answer: screenings.ClaimAnswer,
    rules: dict[tuple[str, str, str], screenings.ClaimRule],
    practice: str,
) -> PlaceRow:
    """Give the rules by which a claim stands so; where none settles that, those that could make it worst.

    Those of the scorecard of practice are left out where the law has some.
    """
    standing = () if answer.settled else answer.standing_rules
    by_law = [each for each in standing if each.scorecard != practice] or list(standing)
    referred = by_law or list(answer.resting_rules)
    stated = [
        rules[rule.scorecard, rule.rule_id, answer.jurisdiction]
        for rule in referred
        if (rule.scorecard, rule.rule_id, answer.jurisdiction) in rules
    ]
    told = [
        Rule(
            rule.scorecard, rule.rule_id, rule.name, page_request.w["semicolon"].join(rule.bases),
            certainty_word(rule.certainty),
        )
        for rule in stated[:_MOST_RULES]
    ]  # fmt: skip
    return PlaceRow(answer.jurisdiction, answer, told, max(len(stated) - _MOST_RULES, 0))


def _question(
    page_request: PageRequest,
    response: screenings.CheckClaimsResponse,
    question: screenings.ClaimQuestion,
    name: str,
    numbers: dict[int, int],
) -> QuestionField:
    """Ask about the claims that the question is about, as far as they have a number."""
    claims = [claim for claim in question.claims if claim in numbers]
    about = sorted(numbers[claim] for claim in claims)
    spans = (response.checked_claims[claim].candidate_claim.span for claim in claims)
    quotes = tuple(dict.fromkeys(" ".join(span.quote.split()) for span in spans))
    if question.points:
        points = [
            Choice(_answer(point.fact_id, point.value, quotes, question.words, point.label), point.label)
            for point in question.points
        ]
        return QuestionField(name, question.words, "checkbox", points, about)
    if not question.options:
        typed = typed_name(question.id, question.unit, quotes, question.words)
        return QuestionField(typed, question.words, "text", (), about, question.unit)
    choices = [
        Choice(
            _answer(question.id, _value(question, option), quotes, question.words, option.label),
            option.label,
            _effect(page_request, option),
        )
        for option in question.options
    ]
    return QuestionField(name, question.words, "checkbox" if question.several else "radio", choices, about)


def _value(question: screenings.ClaimQuestion, option: screenings.ClaimQuestionOption) -> str:
    """Give the value of an answer; that none of several choices holds is none."""
    return "" if question.several and option.value == "none" else option.value


def _answer(fact: str, value: str, quotes: tuple[str, ...], question: str, label: str) -> str:
    return ClaimAnswer(fact, (value,) if value else (), quotes, f"{question}{BEHIND_QUESTION}{label}").written()


def _effect(page_request: PageRequest, option: screenings.ClaimQuestionOption) -> str:
    """Say where an answer makes a claim prohibited or misleading."""
    w, effects = page_request.w, []
    for fault in option.faults:
        verdict = word_of(evaluation_pb2.Verdict, fault.verdict)
        places = w["comma"].join(page_request.word("market", place) for place in fault.jurisdictions)
        effects.append(w["claims"]["effect"].format(verdict=page_request.word("verdict_given", verdict), places=places))
    return str(w["semicolon"].join(effects))


def marked_lines(text: str, views: Iterable[ClaimView]) -> list[list[Stretch]]:
    """Cut a text into lines, and these at the claims; of claims that overlap the later has what the earlier leaves."""
    placed: list[tuple[int, int, ClaimView]] = []
    done = 0
    spans = ((view.claim.candidate_claim.span, view) for view in views)
    for span, view in sorted(spans, key=lambda each: (each[0].start, each[0].end)):
        start = max(span.start, done)
        done = max(span.end, start)
        if start < done:
            placed.append((start, done, view))
    lines: list[list[Stretch]] = []
    start, next_claim = 0, 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        shown_end = start + len(line.rstrip("\r\n"))
        stretches, place = [], start
        while next_claim < len(placed) and placed[next_claim][0] < end:
            first, last, view = placed[next_claim]
            first, cut = max(first, place), min(last, end)
            stretches.append(Stretch(text[place : min(first, shown_end)]))
            stretches.append(Stretch(text[first : min(cut, shown_end)], view, ends=last <= end))
            place = cut
            if last > end:
                break
            next_claim += 1
        stretches.append(Stretch(text[place:shown_end]))
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
