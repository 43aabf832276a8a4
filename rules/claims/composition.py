"""Composition of verdicts: the worst across scorecards, readings of a claim and parts of its period."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.jurisdictions import PRACTICE, SETTLED
from rules.contracts.dates import Period, add_days
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.engine.verdicts import RuleStatus, possible_verdicts, reported_verdict
from rules.model.expressions import ChoiceClause, Clause, Condition, DateExpression
from rules.model.scorecard import DateLookup, Verdicts
from rules.program.date_arithmetic import NEVER, shift_day

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard
    from rules.trail.conclusion_summary import ConclusionSummary


_DUTY_UNMET = ("no",)


class OpenConditions(NamedTuple):
    """Undetermined conditions of a rule that may apply.

    `about_claim`: a fact about the claim meets a clause. `of_every_claim`: a row only tests whether a general duty,
    such as evidence, is unmet. `rows`: undetermined clauses of each row; empty if only the dates of the rule are
    undetermined.
    """

    about_claim: bool
    of_every_claim: bool
    rows: tuple[Condition, ...]


def open_conditions_by_rule(
    concluded: ConclusionSummary, verdicts: Verdicts, settled: frozenset[str]
) -> dict[str, OpenConditions]:
    """Return the undetermined conditions of each concluded rule; facts in `settled` do not concern the claim."""
    by_rule: dict[str, OpenConditions] = {}
    for rule in verdicts.rules:
        if rule.id not in concluded.rows:
            continue
        rows = [
            tuple(zip(row.when, row_result.clauses, strict=True))
            for row, row_result in zip(rule.rows, concluded.rows[rule.id], strict=True)
            if row_result.outcome in (Outcome.MET, Outcome.UNDETERMINED)
        ]
        by_rule[rule.id] = OpenConditions(
            about_claim=any(
                outcome is Outcome.MET and not settled.issuperset(clause.reads)
                for row in rows
                for clause, outcome in row
            ),
            of_every_claim=any(_is_unmet_duty(_undetermined_clauses(row)) for row in rows),
            rows=_minimal_conditions(_undetermined_clauses(row) for row in rows),
        )
    return by_rule


def _undetermined_clauses(row: Iterable[tuple[Clause, Outcome]]) -> Condition:
    return tuple(clause for clause, outcome in row if outcome is Outcome.UNDETERMINED)


def _minimal_conditions(rows: Iterable[Condition]) -> tuple[Condition, ...]:
    each = dict.fromkeys(rows)
    return tuple(row for row in each if not any(set(other) < set(row) for other in each))


def _is_unmet_duty(condition: Condition) -> bool:
    return bool(condition) and all(
        isinstance(clause, ChoiceClause) and clause.values == _DUTY_UNMET and not clause.negated for clause in condition
    )


def merge_open_conditions(several: Iterable[OpenConditions]) -> OpenConditions:
    """Merge the undetermined conditions of a rule over several readings of a claim.

    The correct reading is unknown, so a row contained in a longer row of another reading is removed.
    """
    each = tuple(several)
    rows = dict.fromkeys(row for conditions in each for row in conditions.rows)
    return OpenConditions(
        about_claim=any(conditions.about_claim for conditions in each),
        of_every_claim=any(conditions.of_every_claim for conditions in each),
        rows=tuple(row for row in rows if not any(set(row) < set(other) for other in rows)),
    )


def facts_of_open_conditions(asks: OpenConditions) -> Iterator[str]:
    """Yield the facts that the undetermined clauses read, without duplicates."""
    yield from dict.fromkeys(name for row in asks.rows for clause in row for name in clause.reads)


def days_of_change(
    scorecard: Scorecard, choices: Mapping[str, str], dates: Mapping[str, date], only: Collection[str] = ()
) -> tuple[date, ...]:
    """Return the sorted days when the rules in force may change, for all rules or those in `only`.

    A date lookup with unknown choices contributes all matching rows: an extra split changes no verdict. A day based on
    an unknown date fact is omitted; the rule is then undetermined on both sides.
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
    if expression.literal is not None:
        anchors = [expression.literal]
    elif (lookup := lookups.get(expression.name or "")) is not None:
        anchors = list(_lookup_days(lookup, choices))
    else:
        anchors = [day for name, day in dates.items() if name == expression.name]
    for anchor in anchors:
        number = shift_day(expression, anchor.toordinal())
        if number < NEVER:
            yield date.fromordinal(number)


def _lookup_days(lookup: DateLookup, choices: Mapping[str, str]) -> Iterator[date]:
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
    """Split a period before each day within it. The parts cover the period in order, without gaps."""
    starts = [shown.first, *sorted({day for day in days if shown.first < day <= shown.last})]
    ends = [*(add_days(day, -1) for day in starts[1:]), shown.last]
    return tuple(Period(first, last) for first, last in zip(starts, ends, strict=True))


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """Answer of one scorecard for one reading and part of the period; no rules if it does not apply."""

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
        return any(rule.in_force is not Outcome.NOT_MET for rule in self.rules)


@dataclass(frozen=True, slots=True, order=True)
class RuleName:
    """Identifier of a rule within a scorecard."""

    card: str
    rule: str


@dataclass(frozen=True, slots=True)
class ComposedVerdict:
    """Combined verdict of all scorecards in one part of the period.

    `verdict` is None if scorecards of law apply but none has a rule in force: practice alone then forbids nothing.
    `deciding` are the rules that surely cause the verdict (practice only without law), otherwise the undetermined rules
    that lead to it. `holding` are all rules that surely apply. `open` are undetermined rules that decide or could
    worsen the verdict; `asks` are their conditions, `read_as` the indexes of the readings where they may apply.
    `silent` are applicable scorecards without a rule in force.
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
        return bool(self.deciding) and all(name.card == PRACTICE for name in (*self.deciding, *self.open))


def to_card_answer(concluded: ConclusionSummary, card: str, part: Period, verdicts: Verdicts) -> CardAnswer:
    """Build the answer of a scorecard from its conclusion.

    If the scorecard may not apply, "out of scope" is possible too.
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
    """Return every verdict that could be the worst of several, worst first.

    Each item of `possible` lists the alternatives of one verdict.
    """
    several = [tuple(verdicts) for verdicts in possible]
    mildest = min(max(verdict.rank for verdict in verdicts) for verdicts in several)
    all_verdicts = {verdict for verdicts in several for verdict in verdicts}
    return tuple(verdict for verdict in Verdict if verdict in all_verdicts and verdict.rank <= mildest)


def compose(readings: Sequence[Sequence[CardAnswer]], part: Period) -> ComposedVerdict:
    """Combine the answers of all scorecards to every reading of a claim in one part of its period.

    The correct reading is unknown: a rule surely applies only if it does in every reading.
    """
    answers = [answer for reading in readings for answer in reading]
    possible = _possible_verdicts(readings)
    verdict, states = reported_verdict(possible), _rule_states(readings)
    deciding = _deciding_rule_names(states, verdict, possible)
    undetermined_rules = _undetermined_rule_names(states, verdict, possible, deciding)
    cards = _card_states(answers, {name.card for name in states})
    composed = ComposedVerdict(
        part=part,
        verdict=verdict,
        possible=possible,
        deciding=deciding,
        holding=tuple(name for name, state in states.items() if state.holds is Outcome.MET),
        open=undetermined_rules,
        coming=_select_rule_names(answers, attrgetter("is_upcoming")),
        assessed=_select_rule_names(answers, lambda rule: rule.in_force is not Outcome.NOT_MET),
        not_in_force=_select_rule_names(answers, lambda rule: rule.in_force is Outcome.NOT_MET),
        silent=cards.silent,
        out_of_scope=cards.out_of_scope,
        open_facts=tuple(dict.fromkeys(fact for answer in answers for fact in answer.open_facts)),
        certainties=tuple(dict.fromkeys(answer.certainty for answer in answers if answer.rules)),
        asks={name: merge_open_conditions(states[name].asks) for name in undetermined_rules},
        read_as={name: tuple(dict.fromkeys(states[name].readings)) for name in undetermined_rules},
    )
    return composed if cards.judged else replace(composed, verdict=None, possible=(), deciding=())


def _possible_verdicts(readings: Iterable[Iterable[CardAnswer]]) -> tuple[Verdict, ...]:
    of_readings = {
        verdict for reading in readings for verdict in possible_worst_verdicts(answer.possible for answer in reading)
    }
    return tuple(verdict for verdict in Verdict if verdict in of_readings)


class _CardStates(NamedTuple):
    judged: bool
    silent: tuple[str, ...]
    out_of_scope: tuple[str, ...]


def _card_states(answers: Sequence[CardAnswer], applied: set[str]) -> _CardStates:
    """Group scorecards by whether they apply and have a rule in force.

    There is a judgement only if an applicable law, or without one an applicable practice, has a rule in force.
    """
    in_force = {answer.card for answer in answers if answer.in_force}
    cards = dict.fromkeys(answer.card for answer in answers)
    return _CardStates(
        judged=bool(in_force & ((applied - {PRACTICE}) or applied)) or not applied,
        silent=tuple(card for card in cards if card in applied and card not in in_force),
        out_of_scope=tuple(card for card in cards if card not in applied),
    )


@dataclass(slots=True)
class _RuleState:
    verdict: Verdict
    outcomes: set[Outcome] = field(default_factory=set)
    readings: list[int] = field(default_factory=list)
    asks: list[OpenConditions] = field(default_factory=list)

    @property
    def holds(self) -> Outcome:
        return _combine_outcomes(self.outcomes)


def _rule_states(readings: Sequence[Sequence[CardAnswer]]) -> dict[RuleName, _RuleState]:
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


def _deciding_rule_names(
    states: dict[RuleName, _RuleState], verdict: Verdict, possible: tuple[Verdict, ...]
) -> tuple[RuleName, ...]:
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


def _undetermined_rule_names(
    states: dict[RuleName, _RuleState],
    verdict: Verdict,
    possible: tuple[Verdict, ...],
    deciding: tuple[RuleName, ...],
) -> tuple[RuleName, ...]:
    return tuple(
        name
        for name, state in states.items()
        if state.holds is Outcome.UNDETERMINED
        and state.verdict in possible
        and (state.verdict.rank < verdict.rank or name in deciding)
    )


def _select_rule_names(answers: Iterable[CardAnswer], wanted: Callable[[RuleStatus], bool]) -> tuple[RuleName, ...]:
    names = (RuleName(answer.card, rule.rule) for answer in answers for rule in answer.rules if wanted(rule))
    return tuple(dict.fromkeys(names))


def overall_verdict(parts: Sequence[ComposedVerdict]) -> tuple[Verdict | None, tuple[Verdict, ...]]:
    """Return the worst verdict over all parts and the possible verdicts; None and empty if no part was judged."""
    judged = [part.possible for part in parts if part.verdict is not None]
    if not judged:
        return None, ()
    possible = possible_worst_verdicts(judged)
    return reported_verdict(possible), possible
