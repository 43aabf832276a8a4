"""Inference for one question: quantities, gates, score, ladder, findings and possible verdicts."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from recompute.card import AS_OF, STAGE, TOTAL, Card, names_within, owner_of, sections_in
from recompute.conditions import asked, holds, told
from recompute.figures import counts, figure_of
from recompute.formulas import named_condition, of_rows
from recompute.intervals import EVERYTHING, closed, exactly, total
from recompute.known import (
    ABSENT,
    ABSENT_ANSWER,
    MET,
    NOT_MET,
    OPEN,
    PERHAPS,
    Choice,
    Json,
    Known,
    Number,
    Records,
    Seen,
    any_of,
    choice_of,
    joined,
    walked,
)
from recompute.lookups import Consulted, Library, by_choices
from recompute.numbers import round_to
from recompute.points import Score, score
from recompute.scales import bounded, level_and_trend
from recompute.small_tables import is_complete
from recompute.tables import Table
from recompute.verdicts import Judged, governing, judge


@dataclass(frozen=True)
class Question:
    """The known settings and facts, the day, the tables, and the stages and verdicts not yet disproved."""

    known: Mapping[str, Known]
    as_of: int
    tables: Mapping[str, Table] = field(default_factory=dict)
    left: Mapping[str, list[str]] = field(default_factory=dict)


@dataclass
class Inference:
    """The complete inference. `possible` lists the possible grades, stages and verdicts."""

    seen: Seen
    counted: dict[str, dict[str, dict[str, list[str]]]]
    lookups: dict[str, dict[str, Consulted]]
    gates: dict[str, str]
    passes: dict[str, str]
    applies: str
    score: Score
    ladder: list[str]
    findings: dict[str, str]
    kind: str
    judged: Judged | None
    possible: dict[str, list[str]]


def infer(card: Card, question: Question) -> Inference:
    """Conclude everything."""
    known: dict[str, Known] = {**question.known, AS_OF: Number(exactly(question.as_of))}
    seen = Seen(known, card.names.units, card.names.domains)
    counted, lookups = _compute(card, question, seen)
    for one in card.indicators:
        if one["scale"]["kind"] == "maturity":
            names = (f"{one['id']}.LEVEL", f"{one['id']}.TREND")
            known |= zip(names, level_and_trend(one, seen, card.maturity, card.definitions), strict=True)
    known |= governing(card, seen)
    applies = holds(card.all.get("applies", []), seen)
    applies = NOT_MET if applies == ABSENT_ANSWER else applies
    answers = {gate["id"]: _gate(gate, seen) for gate in card.gates}
    gates, passes = ({name: pair[place] for name, pair in answers.items()} for place in (0, 1))
    judged = judge(card, seen, question.left.get("verdict"))
    points = score(card, seen, question.left.get("stage"))
    seen.answers.update(gates)
    _second_pass(card, seen, points)
    ladder = _unless(card, [_ladder_row(row, seen) for row in card.ladder_rows])
    findings = {one["id"]: holds(one["when"], seen) for one in card.findings}
    accepted = _accepted(card, points)
    hurdles = [accepted, applies, *passes.values()]
    grades = _grades(card, card.graded(ladder), hurdles)
    kind = "graded" if card.every["grade"] else "scored"
    if applies == NOT_MET:
        kind = "not_applicable"
    elif applies == MET and NOT_MET in passes.values():
        kind = "gate_failed"
    elif accepted == NOT_MET or OPEN in hurdles:
        kind = "incomplete"
    elif judged is not None:
        kind = "judged"
    possible = {"grade": grades, "stage": points.stages, "verdict": judged.possible if judged else []}
    return Inference(seen, counted, lookups, gates, passes, applies, points, ladder, findings, kind, judged, possible)


def _compute(card: Card, question: Question, seen: Seen) -> tuple[Json, dict[str, dict[str, Consulted]]]:
    """Compute all quantities. Return the outcomes of sum rows per record, and the results of lookups."""
    library = Library(question.tables, card.giving_words)
    lookups: dict[str, dict[str, Consulted]] = {}
    counted: dict[str, dict[str, dict[str, list[str]]]] = {}

    def count(listed: str) -> dict[str, dict[str, list[str]]]:
        return counted.setdefault(listed, counted.get(listed) or _counted(card, listed, seen))

    def value(quantity: Json, inside: Seen, key: str) -> Known:
        kind = quantity["kind"]
        if kind == "table":
            consulted = library.consult(quantity, inside)
            lookups.setdefault(quantity["id"], {})[key] = consulted
            return consulted.known
        if kind == "formula":
            return of_rows(quantity, inside, complete=is_complete(card, quantity["id"]))
        if kind == "condition":
            return named_condition(quantity, inside)[0]
        if kind == "sum":
            return _sum(card, quantity, inside, key, count(quantity["list"]))
        return by_choices(quantity, inside)

    for quantity in card.order:
        listed = owner_of(quantity)
        if listed is None:
            seen.known[quantity["id"]] = value(quantity, seen, "")
        elif records_of(seen, listed):
            computed = (
                (key, {**fields, quantity["id"]: value(quantity, within(card, listed, fields, seen), key)})
                for key, fields in records_of(seen, listed)
            )
            seen.known[listed] = Records(tuple(computed))
    for fact in card.facts:
        if card.sums(fact["id"]) or card.of_each(fact["id"]):
            count(fact["id"])
    return counted, lookups


def _sum(card: Card, quantity: Json, inside: Seen, key: str, rows: dict[str, dict[str, list[str]]]) -> Known:
    """Sum a list, or of the records of one those that belong, or may, to the record of the key."""
    listed = quantity["list"]
    held = {name: [row[0] for row in one[quantity["id"]]] for name, one in rows.items()}
    known = inside.known[listed]
    if "each" in quantity and records_of(inside, listed):
        field = card.records[card.definitions[listed]["record"]]["belongs_to"]["field"]
        own: list[tuple[str, dict[str, Known]]] = []
        for name, fields in records_of(inside, listed):
            where = fields[field]
            if not isinstance(where, Choice) or where.any_word or key in where.possible:
                own.append((name, fields))
                if where != choice_of(key):
                    held[name] = [OPEN if one == MET else one for one in held[name]]
        known = Records(tuple(own))
    defined = {one["id"]: one for one in card.fields(listed)}
    of = defined.get(quantity["of"]) or {"unit": card.names.units.get(quantity["of"], "")}
    return figure_of(quantity, known, of, {name: counts(quantity, one) for name, one in held.items()})


def records_of(seen: Seen, listed: str) -> tuple[tuple[str, dict[str, Known]], ...]:
    """Return the records of a list; an empty tuple if the list is unknown."""
    found = seen.known[listed]
    return found.records or () if isinstance(found, Records) else ()


def within(card: Card, listed: str, fields: dict[str, Known], seen: Seen) -> Seen:
    """Return the names and values visible within one record."""
    return Seen(ChainMap(fields, seen.known), *names_within(card, listed), seen.answers)


def _counted(card: Card, listed: str, seen: Seen) -> dict[str, dict[str, list[str]]]:
    """Return the row outcomes, with clauses, of each sum for each record."""
    inside, sums = {key: within(card, listed, one, seen) for key, one in records_of(seen, listed)}, card.sums(listed)
    return {
        key: {one["id"]: [told(row.get("where", []), its) for row in one["rows"]] for one in sums}
        for key, its in inside.items()
    }


def _gate(gate: Json, seen: Seen) -> tuple[str, str]:
    """Return the outcome of a gate, and whether the subject passes it."""
    applies, requires = holds(gate.get("applies", []), seen), holds(gate["requires"], seen)
    outcome = requires if applies == MET or requires == ABSENT_ANSWER else OPEN
    if applies in {NOT_MET, ABSENT_ANSWER}:
        outcome = ABSENT_ANSWER
    return outcome, MET if ABSENT_ANSWER in {outcome, requires} or requires == MET else outcome


def _second_pass(card: Card, seen: Seen, points: Score) -> None:
    """Add points, stages and outcomes to the values visible to ladder and findings."""
    for name, one in points.earned.items():
        known: dict[str, Known] = {MET: Number(one.points), NOT_MET: ABSENT, OPEN: PERHAPS}
        seen.known[name] = known[one.applies]
        seen.answers[name] = ABSENT_ANSWER if one.applies == NOT_MET else one.applies
    for name in card.section_names:
        seen.known[name] = Number(total(points.sections[one][0] for one in sections_in(name)))
    whole = points.total
    if card.card.get("compare_rounded"):
        whole = closed(rounded_end(card, end) for end in whole[:2])
    seen.known[TOTAL] = Number(whole)
    if points.stages:
        seen.known[STAGE] = Choice(frozenset(points.stages))


def rounded_end(card: Card, end: Fraction | None) -> Fraction | None:
    """Round an end as the card does."""
    said = card.card["rounding"]
    return None if end is None else round_to(end, Fraction(1, 10 ** said["places"]), said["mode"])


def _ladder_row(row: Json, seen: Seen) -> str:
    bounds = bounded(row)
    within_bounds = [] if bounds == EVERYTHING else [asked(seen.number(TOTAL), [bounds])]
    return joined([*within_bounds, holds(row.get("requires", []), seen)])


def _unless(card: Card, rows: list[str]) -> list[str]:
    """Return the outcomes of the ladder rows, blocked where an exception to the grade is met."""
    inverse = {MET: NOT_MET, OPEN: OPEN, NOT_MET: MET}
    return [
        joined([asked, inverse[any_of(rows[place] for place in card.exceptions_to(row))]])
        for row, asked in zip(card.ladder_rows, rows, strict=True)
    ]


def _accepted(card: Card, points: Score) -> str:
    """Return whether the card accepts indicators that do not apply."""
    refuses = card.card["not_applicable"] == "refuse"
    return joined(one.is_there for one in points.earned.values()) if refuses else MET


def _grades(card: Card, ladder: list[str], hurdles: list[str]) -> list[str]:
    if not card.every["grade"]:
        return []
    if NOT_MET in hurdles:
        return ["none"]
    rows, ended = walked(card.ladder_rows, ladder)
    possible = [*(row["grade"] for row in rows), *(["none"] if not ended or OPEN in hurdles else [])]
    return list(dict.fromkeys(possible))
