"""What follows from what is known of the facts of one subject?"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from recompute.card import AS_OF, STAGE, TOTAL, Card, owner_of, sections_in
from recompute.conditions import asked, holds, letters
from recompute.figures import counts, figure_of
from recompute.formulas import named_condition, of_rows
from recompute.intervals import Interval, closed, exactly, total
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
    """What is known: facts, a choice or None for each setting, the day, the tables, and what no search disproved."""

    facts: Mapping[str, Known]
    settings: Mapping[str, str | None]
    as_of: int
    tables: Mapping[str, Table] = field(default_factory=dict)
    stages: list[str] | None = None
    verdicts: list[str] | None = None


@dataclass
class Inference:
    """Everything that follows."""

    question: Question
    seen: Seen
    counted: dict[str, dict[str, dict[str, list[str]]]]
    lookups: dict[str, dict[str, Consulted]]
    gates: dict[str, str]
    passes: dict[str, str]
    applies: str
    score: Score
    ladder: list[str]
    findings: dict[str, str]
    grades: list[str]
    kind: str
    judged: Judged | None


def infer(card: Card, question: Question) -> Inference:
    """Conclude everything."""
    seen = _begin(card, question)
    counted, lookups = _compute(card, question, seen)
    for one in card.indicators:
        if one["scale"]["kind"] == "maturity":
            names = (f"{one['id']}.LEVEL", f"{one['id']}.TREND")
            _put(seen, dict(zip(names, level_and_trend(one, seen, card.maturity, card.definitions), strict=True)))
    _put(seen, governing(card, seen))
    applies = holds(card.all.get("applies", []), seen)
    applies = NOT_MET if applies == ABSENT_ANSWER else applies
    gates, passes = {}, {}
    for gate in card.gates:
        gates[gate["id"]], passes[gate["id"]] = _gate(gate, seen)
    judged = judge(card, seen, question.verdicts)
    points = score(card, seen, question.stages)
    seen.answers.update(gates)
    _second_pass(card, seen, points)
    ladder = _unless(card, [_ladder_row(row, seen) for row in card.ladder_rows])
    findings = {one["id"]: holds(one["when"], seen) for one in card.findings}
    refused = _refused(card, points)
    hurdles = (_inverted(refused), applies, *passes.values())
    grades = _grades(card, card.graded(ladder), hurdles)
    kind = _kind(card, applies, list(passes.values()), refused, grades)
    return Inference(
        question, seen, counted, lookups, gates, passes, applies, points, ladder, findings, grades, kind, judged
    )


def _put(seen: Seen, more: Mapping[str, Known]) -> None:
    assert isinstance(seen.known, dict)  # noqa: S101 - that of the whole subject, which alone grows
    seen.known.update(more)


def _begin(card: Card, question: Question) -> Seen:
    known: dict[str, Known] = dict(question.facts)
    for setting in card.settings:
        choice = question.settings.get(setting["id"])
        every = [one["id"] for one in setting["choices"]]
        known[setting["id"]] = choice_of(*(every if choice is None else [choice]))
    known[AS_OF] = Number(exactly(question.as_of))
    figures = {f"{one['id']}.{figure}": "%" for one in card.indicators for figure in ("LEVEL", "TREND")}
    return Seen(known, {**card.units, **figures}, card.domains)


def _compute(card: Card, question: Question, seen: Seen) -> tuple[Json, dict[str, dict[str, Consulted]]]:
    words = {one["id"] for one in card.quantities if one["kind"] == "table" and one.get("gives") == "word"}
    library = Library(question.tables, words)
    lookups: dict[str, dict[str, Consulted]] = {}
    counted: dict[str, dict[str, dict[str, list[str]]]] = {}

    def value(quantity: Json, inside: Seen, key: str) -> Known:
        kind = quantity["kind"]
        if kind == "table":
            consulted = library.consult(quantity, inside)
            lookups.setdefault(quantity["id"], {})[key] = consulted
            return consulted.known
        if kind == "formula":
            return of_rows(quantity, inside, complete=is_complete(card, quantity))
        if kind == "condition":
            return named_condition(quantity, inside)[0]
        if kind == "sum":
            listed = quantity["list"]
            if listed not in counted:
                counted[listed] = _counted(card, listed, seen)
            known = inside.known[listed]
            rows = {name: one[quantity["id"]] for name, one in counted[listed].items()}
            if "each" in quantity and isinstance(known, Records) and known.records:
                known, rows = belonging(card.belongs_to(listed)["field"], known, rows, key)
            found = {name: counts(quantity, one) for name, one in rows.items()}
            field = next((one for one in card.fields(listed) if one["id"] == quantity["of"]), None)
            own = {"id": quantity["of"], "unit": card.units.get(quantity["of"], "")}
            return figure_of(quantity, known, field or own, found)
        return by_choices(quantity, inside)

    for quantity in card.order:
        listed = owner_of(quantity)
        if listed is None:
            _put(seen, {quantity["id"]: value(quantity, seen, "")})
            continue
        computed = [
            (key, {**fields, quantity["id"]: value(quantity, within(card, listed, fields, seen), key)})
            for key, fields in records_of(seen, listed)
        ]
        if computed:
            _put(seen, {listed: Records(tuple(computed))})
    for fact in card.facts:
        if fact["id"] not in counted and (card.sums(fact["id"]) or card.of_each(fact["id"])):
            counted[fact["id"]] = _counted(card, fact["id"], seen)
    return counted, lookups


def records_of(seen: Seen, listed: str) -> tuple[tuple[str, dict[str, Known]], ...]:
    """Give the records of a list; none if it is not known."""
    found = seen.known[listed]
    return found.records or () if isinstance(found, Records) else ()


def belonging(
    field: str, listed: Records, rows: dict[str, list[str]], key: str
) -> tuple[Records, dict[str, list[str]]]:
    """Give the records that belong to one of another list, or may; of one that only may, what holds is open."""
    own: list[tuple[str, dict[str, Known]]] = []
    found = dict(rows)
    for name, fields in listed.records or ():
        where = fields[field]
        possible = where.possible if isinstance(where, Choice) else frozenset[str]()
        is_open = not isinstance(where, Choice) or where.any_word or len(possible) != 1
        may = not isinstance(where, Choice) or where.any_word or key in possible
        if may:
            own.append((name, fields))
            found[name] = [OPEN if is_open and one == MET else one for one in rows[name]]
    return Records(tuple(own)), found


def within(card: Card, listed: str, fields: dict[str, Known], seen: Seen) -> Seen:
    """Give what is seen inside of one record."""
    units, domains = card.names_within(listed)
    return Seen(ChainMap(fields, seen.known), units, domains, seen.answers)  # type: ignore[arg-type]


def _counted(card: Card, listed: str, seen: Seen) -> dict[str, dict[str, list[str]]]:
    """Give for each record and sum whether each of its rows holds."""
    found: dict[str, dict[str, list[str]]] = {}
    for key, fields in records_of(seen, listed):
        inside = within(card, listed, fields, seen)
        found[key] = {
            one["id"]: [holds(row.get("where", []), inside) for row in one["rows"]] for one in card.sums(listed)
        }
    return found


def _gate(gate: Json, seen: Seen) -> tuple[str, str]:
    """Give the outcome of a gate, and whether it lets the subject through."""
    applies, requires = holds(gate.get("applies", []), seen), holds(gate["requires"], seen)
    outcome = requires if applies == MET or requires == ABSENT_ANSWER else OPEN
    if applies in {NOT_MET, ABSENT_ANSWER}:
        outcome = ABSENT_ANSWER
    return outcome, MET if ABSENT_ANSWER in {outcome, requires} or requires == MET else outcome


def _second_pass(card: Card, seen: Seen, points: Score) -> None:
    """Let ladder and findings see points, stages and outcomes."""
    for name, one in points.earned.items():
        known: dict[str, Known] = {MET: Number(one.points), NOT_MET: ABSENT, OPEN: PERHAPS}
        _put(seen, {name: known[one.applies]})
        seen.answers[name] = ABSENT_ANSWER if one.applies == NOT_MET else one.applies
    for name in card.section_names:
        _put(seen, {name: Number(total(points.sections[one][0] for one in sections_in(name)))})
    whole = points.total
    if card.card.get("compare_rounded"):
        whole = closed(rounded_end(card, end) for end in whole[:2])
    _put(seen, {TOTAL: Number(whole)})
    if points.stages:
        _put(seen, {STAGE: Choice(frozenset(points.stages))})


def rounded_end(card: Card, end: Fraction | None, rounding: Json = None) -> Fraction | None:
    """Round an end as the card does."""
    said = rounding or card.card["rounding"]
    return None if end is None else round_to(end, Fraction(1, 10 ** said["places"]), said["mode"])


def _ladder_row(row: Json, seen: Seen) -> str:
    bounds = bounded(row)
    within_bounds = [] if bounds == Interval(None, None) else [asked(seen.number(TOTAL), [bounds])]
    return joined([*within_bounds, *letters(row.get("requires", []), seen)])


def _unless(card: Card, rows: list[str]) -> list[str]:
    """Let no row of a grade hold where an exception to it does; an exception stands as it is."""
    return [
        joined([asked, _inverted(any_of(rows[place] for place in card.exceptions_to(row)))])
        for row, asked in zip(card.ladder_rows, rows, strict=True)
    ]


def _refused(card: Card, points: Score) -> str:
    """Say whether the card refuses what does not apply; not met if it does not."""
    if card.card["not_applicable"] != "refuse":
        return NOT_MET
    there = [one.is_there for one in points.earned.values()]
    return MET if NOT_MET in there else OPEN if OPEN in there else NOT_MET


def _inverted(outcome: str) -> str:
    return {MET: NOT_MET, NOT_MET: MET, OPEN: OPEN}[outcome]


def _grades(card: Card, ladder: list[str], hurdles: tuple[str, ...]) -> list[str]:
    if not card.grades:
        return []
    if NOT_MET in hurdles:
        return ["none"]
    rows, ended = walked(ladder)
    possible = [card.ladder_rows[place]["grade"] for place in rows]
    if not ended or OPEN in hurdles:
        possible.append("none")
    return list(dict.fromkeys(possible))


def _kind(card: Card, applies: str, passes: list[str], refused: str, grades: list[str]) -> str:
    if applies == NOT_MET:
        return "not_applicable"
    if applies == MET and NOT_MET in passes:
        return "gate_failed"
    if refused == MET or OPEN in {refused, applies, *passes}:
        return "incomplete"
    if card.verdicts:
        return "judged"
    if not card.grades:
        return "scored"
    return "not_graded" if grades == ["none"] else "graded"
