"""Composition of verdicts: the worst over cards, readings of a claim, and parts of its time.

The worst verdict decides, and what is only possible is reported as the cards report it: a `ComposedVerdict` for each
part of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.jurisdictions import PRACTICE, SETTLED
from rules.contracts.dates import Period, add_days
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.engine.verdicts import RuleStatus, possible_verdicts, reported_verdict
from rules.model.expressions import ChoiceClause, Clause, Condition, DateExpression
from rules.model.verdicts import DateLookup, Verdicts
from rules.program.date_arithmetic import NEVER, shift_day

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard
    from rules.trail.conclusion_summary import ConclusionSummary


_DUTY_UNMET = ("no",)


class OpenConditions(NamedTuple):
    """What a rule that may hold still asks.

    `about_claim`: something known of the claim already meets one of its conditions. `of_every_claim`: it asks only
    whether something is missing that any claim must have, such as evidence. `rows` are the conditions that would make
    it hold, each with its clauses that are still open; one that is empty waits for nothing but the days of the rule.
    """

    about_claim: bool
    of_every_claim: bool
    rows: tuple[Condition, ...]


def open_conditions_by_rule(
    concluded: ConclusionSummary, verdicts: Verdicts, settled: frozenset[str]
) -> dict[str, OpenConditions]:
    """Say of each rule what it asks; conditions on facts in `settled` are about no claim but the place."""
    by_rule: dict[str, OpenConditions] = {}
    for rule in verdicts.rules:
        if rule.id not in concluded.rows:
            continue
        rows = [
            tuple(zip(row.when, found_so.clauses, strict=True))
            for row, found_so in zip(rule.rows, concluded.rows[rule.id], strict=True)
            if found_so.outcome in (Outcome.MET, Outcome.UNDETERMINED)
        ]
        by_rule[rule.id] = OpenConditions(
            about_claim=any(
                outcome is Outcome.MET and not settled.issuperset(clause.reads)
                for row in rows
                for clause, outcome in row
            ),
            of_every_claim=any(_is_duty(_undetermined_clauses(row)) for row in rows),
            rows=_minimal_conditions(_undetermined_clauses(row) for row in rows),
        )
    return by_rule


def _undetermined_clauses(row: Iterable[tuple[Clause, Outcome]]) -> Condition:
    return tuple(clause for clause, outcome in row if outcome is Outcome.UNDETERMINED)


def _minimal_conditions(rows: Iterable[Condition]) -> tuple[Condition, ...]:
    """Leave out what asks for more than another row, which then makes the rule hold already."""
    each = dict.fromkeys(rows)
    return tuple(row for row in each if not any(set(other) < set(row) for other in each))


def _is_duty(condition: Condition) -> bool:
    """Say whether all that is open is that something is missing which should be there."""
    return bool(condition) and all(
        isinstance(clause, ChoiceClause) and clause.values == _DUTY_UNMET and not clause.negated for clause in condition
    )


def merge_open_conditions(several: Iterable[OpenConditions]) -> OpenConditions:
    """Join what a rule asks in several readings of a claim.

    Which of them holds is open, so what asks for less than another reading does not make the rule hold yet.
    """
    each = tuple(several)
    rows = dict.fromkeys(row for conditions in each for row in conditions.rows)
    return OpenConditions(
        about_claim=any(conditions.about_claim for conditions in each),
        of_every_claim=any(conditions.of_every_claim for conditions in each),
        rows=tuple(row for row in rows if not any(set(row) < set(other) for other in rows)),
    )


def facts_of_open_conditions(asks: OpenConditions) -> Iterator[str]:
    """Name what the open clauses read, in their order."""
    yield from dict.fromkeys(name for row in asks.rows for clause in row for name in clause.reads)


def days_of_change(
    scorecard: Scorecard, choices: Mapping[str, str], dates: Mapping[str, date], only: Collection[str] = ()
) -> tuple[date, ...]:
    """List the days from which on another set of the card's rules, or of `only` some, may be in force, in their order.

    These are the first days of rules and the days after their last ones. A day that is looked up by choices that are
    not given could be any of its rows; all are listed, because a split too many changes no verdict. A day that rests
    on a date fact not given is left out; whether the rule is in force is then open on both sides.
    """
    if scorecard.verdicts is None:
        return ()
    lookups = {quantity.id: quantity for quantity in scorecard.quantities if isinstance(quantity, DateLookup)}
    change_days: set[date] = set()
    for rule in scorecard.verdicts.rules:
        if only and rule.id not in only:
            continue
        for expression, after in ((rule.first, 0), (rule.last, 1)):
            if expression is not None:
                change_days |= {add_days(day, after) for day in _days(expression, lookups, choices, dates)}
    return tuple(sorted(change_days))


def _days(
    expression: DateExpression,
    lookups: Mapping[str, DateLookup],
    choices: Mapping[str, str],
    dates: Mapping[str, date],
) -> Iterator[date]:
    """Give every day that an expression may name."""
    if expression.literal is not None:
        anchors = [expression.literal]
    elif (lookup := lookups.get(expression.name or "")) is not None:
        anchors = list(_looked_up(lookup, choices))
    else:
        anchors = [day for name, day in dates.items() if name == expression.name]
    for anchor in anchors:
        number = shift_day(expression, anchor.toordinal())
        if number < NEVER:
            yield date.fromordinal(number)


def _looked_up(lookup: DateLookup, choices: Mapping[str, str]) -> Iterator[date]:
    """Give the days of the rows that the choices given leave possible, and of what is left if no row surely fits."""
    chosen_values = tuple(choices.get(name) for name in lookup.by)
    settled = False
    for row in lookup.rows:
        if all(choice in (None, key) for choice, key in zip(chosen_values, row.keys, strict=True)):
            settled |= None not in chosen_values
            if row.value != "never" and row.value.literal is not None:
                yield date.fromordinal(shift_day(row.value, row.value.literal.toordinal()))
    rest = lookup.otherwise
    if not settled and rest is not None and rest != "never" and rest.literal is not None:
        yield date.fromordinal(shift_day(rest, rest.literal.toordinal()))


def split_period(shown: Period, days: Iterable[date]) -> tuple[Period, ...]:
    """Split a span before each of the days that lies within it; the parts cover it in order, without a gap."""
    starts = [shown.first, *sorted({day for day in days if shown.first < day <= shown.last})]
    ends = [*(add_days(day, -1) for day in starts[1:]), shown.last]
    return tuple(Period(first, last) for first, last in zip(starts, ends, strict=True))


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """What one card says of one reading of a claim in one part of its time; one that does not apply has no rules."""

    card: str
    part: Period
    kind: ConclusionKind
    possible: tuple[Verdict, ...]
    rules: tuple[RuleStatus, ...]
    open_facts: tuple[str, ...]
    certainty: str
    asks: Mapping[str, OpenConditions] = field(default_factory=dict)

    @property
    def in_force(self) -> bool:
        """Say whether any rule of the card is, or may be, in force."""
        return any(rule.in_force is not Outcome.NOT_MET for rule in self.rules)


@dataclass(frozen=True, slots=True, order=True)
class RuleName:
    """A rule of a card."""

    card: str
    rule: str


@dataclass(frozen=True, slots=True)
class ComposedVerdict:
    """The verdict of all cards in one part of the time; none if no rule is in force of those on law that apply.

    Practice alone gives none, for it forbids nothing where there is no law; what it asks is told all the same.

    `deciding` are the rules that surely give it, those of practice only if no law does, or, if none does surely, the
    open ones because of which it is told; `holding`
    all that surely hold; `open` those that could give a worse verdict, or are why this one is told, `asks` what these
    still ask, and `read_as` in which readings they may hold, counted from 0; `silent` the cards without a rule in
    force; `out_of_scope` the cards that do not apply.
    """

    part: Period
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    deciding: tuple[RuleName, ...]
    holding: tuple[RuleName, ...]
    open: tuple[RuleName, ...]
    coming: tuple[RuleName, ...]
    assessed: tuple[RuleName, ...]
    not_in_force: tuple[RuleName, ...]
    silent: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    open_facts: tuple[str, ...]
    certainties: tuple[str, ...]
    asks: Mapping[RuleName, OpenConditions] = field(default_factory=dict)
    read_as: Mapping[RuleName, tuple[int, ...]] = field(default_factory=dict)

    @property
    def by_practice(self) -> bool:
        """Say whether rules of practice alone give the verdict: no law that was asked does, or could give a worse."""
        return bool(self.deciding) and all(name.card == PRACTICE for name in (*self.deciding, *self.open))


def to_card_answer(concluded: ConclusionSummary, card: str, part: Period, verdicts: Verdicts) -> CardAnswer:
    """Take from a conclusion what composition needs.

    Of a card that may or may not apply, every verdict of its rules is possible, and that it is out of scope.
    """
    kind, rules = concluded.kind, concluded.rules
    if kind is ConclusionKind.NOT_APPLICABLE:
        return CardAnswer(card, part, kind, (Verdict.OUT_OF_SCOPE,), (), (), concluded.certainty)
    possible = concluded.verdicts
    if kind is not ConclusionKind.JUDGED:
        allowed = {*possible_verdicts(verdicts, rules), Verdict.OUT_OF_SCOPE}
        possible = tuple(verdict for verdict in Verdict if verdict in allowed)
    return CardAnswer(
        card=card,
        part=part,
        kind=kind,
        possible=possible,
        rules=rules,
        open_facts=concluded.open_facts,
        certainty=concluded.certainty,
        asks=open_conditions_by_rule(concluded, verdicts, SETTLED),
    )


def possible_worst_verdicts(possible: Iterable[Sequence[Verdict]]) -> tuple[Verdict, ...]:
    """Give every verdict that could be the worst of several, of each of which some are possible; worst first."""
    several = [tuple(verdicts) for verdicts in possible]
    mildest = min(max(verdict.rank for verdict in verdicts) for verdicts in several)
    all_verdicts = {verdict for verdicts in several for verdict in verdicts}
    return tuple(verdict for verdict in Verdict if verdict in all_verdicts and verdict.rank <= mildest)


def compose(readings: Sequence[Sequence[CardAnswer]], part: Period) -> ComposedVerdict:
    """Join the answers of all cards to every reading of a claim in one part of its time.

    Which reading holds is open, so each of their verdicts stays possible, and a rule surely holds only if it does in
    all of them.
    """
    answers = [answer for reading in readings for answer in reading]
    spoken = {
        verdict for reading in readings for verdict in possible_worst_verdicts(answer.possible for answer in reading)
    }
    possible = tuple(verdict for verdict in Verdict if verdict in spoken)
    verdict = reported_verdict(possible)
    states = _states(readings)
    applied = {name.card for name in states}
    forceful = {answer.card for answer in answers if answer.in_force}
    cards = tuple(dict.fromkeys(answer.card for answer in answers))
    judged = bool(forceful & ((applied - {PRACTICE}) or applied)) or not applied
    deciding = _deciding(states, verdict, possible)
    open_ = tuple(
        name
        for name, state in states.items()
        if state.holds is Outcome.UNDETERMINED
        and state.verdict in possible
        and (state.verdict.rank < verdict.rank or name in deciding)
    )
    return ComposedVerdict(
        part=part,
        verdict=verdict if judged else None,
        possible=possible if judged else (),
        deciding=deciding if judged else (),
        holding=tuple(name for name, state in states.items() if state.holds is Outcome.MET),
        open=open_,
        coming=_select_rule_names(answers, lambda rule: rule.is_upcoming),
        assessed=_select_rule_names(answers, lambda rule: rule.in_force is not Outcome.NOT_MET),
        not_in_force=_select_rule_names(answers, lambda rule: rule.in_force is Outcome.NOT_MET),
        silent=tuple(card for card in cards if card in applied and card not in forceful),
        out_of_scope=tuple(card for card in cards if card not in applied),
        open_facts=tuple(dict.fromkeys(fact for answer in answers for fact in answer.open_facts)),
        certainties=tuple(dict.fromkeys(answer.certainty for answer in answers if answer.rules)),
        asks={name: merge_open_conditions(states[name].asks) for name in open_},
        read_as={name: tuple(dict.fromkeys(states[name].readings)) for name in open_},
    )


@dataclass(slots=True)
class _RuleState:
    """What is known of one rule over all readings: its verdict, how it fares, and in which readings it may hold."""

    verdict: Verdict
    outcomes: set[Outcome] = field(default_factory=set)
    readings: list[int] = field(default_factory=list)
    asks: list[OpenConditions] = field(default_factory=list)

    @property
    def holds(self) -> Outcome:
        return _combine_outcomes(self.outcomes)


def _states(readings: Sequence[Sequence[CardAnswer]]) -> dict[RuleName, _RuleState]:
    """Say of each rule, over all readings, whether it holds; of a card that may not apply nothing holds surely."""
    states: dict[RuleName, _RuleState] = {}
    for number, answer in ((number, answer) for number, reading in enumerate(readings) for answer in reading):
        for rule in answer.rules:
            holds = rule.holds
            if holds is Outcome.MET and answer.kind is not ConclusionKind.JUDGED:
                holds = Outcome.UNDETERMINED
            state = states.setdefault(RuleName(answer.card, rule.rule), _RuleState(rule.verdict))
            state.outcomes.add(holds)
            if holds is not Outcome.NOT_MET:
                state.readings.append(number)
                state.asks += [answer.asks[rule.rule]] if rule.rule in answer.asks else []
    return states


def _combine_outcomes(outcomes: set[Outcome]) -> Outcome:
    if outcomes == {Outcome.MET}:
        return Outcome.MET
    return Outcome.UNDETERMINED if outcomes & {Outcome.MET, Outcome.UNDETERMINED} else Outcome.NOT_MET


def _deciding(
    states: dict[RuleName, _RuleState], verdict: Verdict, possible: tuple[Verdict, ...]
) -> tuple[RuleName, ...]:
    """Name the rules that surely give the verdict or, if none does, the open ones because of which it is told.

    The law of a place outranks practice: what both surely give, the law decides.
    """
    surely = tuple(name for name, state in states.items() if state.holds is Outcome.MET and state.verdict is verdict)
    by_law = tuple(name for name in surely if name.card != PRACTICE)
    return (
        by_law
        or surely
        or tuple(
            name
            for name, state in states.items()
            if state.holds is Outcome.UNDETERMINED and state.verdict in possible and state.verdict.rank <= verdict.rank
        )
    )


def _select_rule_names(answers: Iterable[CardAnswer], wanted: Callable[[RuleStatus], bool]) -> tuple[RuleName, ...]:
    """Name each rule of which it is true in some answer."""
    names = (RuleName(answer.card, rule.rule) for answer in answers for rule in answer.rules if wanted(rule))
    return tuple(dict.fromkeys(names))


def overall_verdict(parts: Sequence[ComposedVerdict]) -> tuple[Verdict | None, tuple[Verdict, ...]]:
    """Give the verdict of the whole time, the worst of its parts, and the verdicts possible for it."""
    judged = [part.possible for part in parts if part.verdict is not None]
    if not judged:
        return None, ()
    possible = possible_worst_verdicts(judged)
    return reported_verdict(possible), possible
