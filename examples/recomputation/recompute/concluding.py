"""What is concluded, how sure is that, and which unknown facts could change it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from recompute.card import STAGE, TOTAL, Card, names_in
from recompute.conditions import holds
from recompute.formulas import named_condition
from recompute.infer import Inference, rounded_end
from recompute.intervals import Interval, closed
from recompute.known import MET, NOT_MET, OPEN, Choice, Json, walked
from recompute.lookups import possible_rows
from recompute.numbers import write_number
from recompute.tables import CERTAINTIES


def conclusion(card: Card, inference: Inference, grades: list[Json], stages: list[Json]) -> Json:
    """Write the conclusion, given what is known of each grade and stage."""
    possible = [one["grade"] for one in grades if one["possibility"] != "excluded"]
    kind = inference.kind
    found: dict[str, Json] = {"kind": "not_graded" if kind == "graded" and possible == ["none"] else kind}
    found |= {"grades": grades} if grades else {}
    found |= {"grade": possible[0]} if len(possible) == 1 else {}
    stages = [] if kind == "not_applicable" else stages
    left = [one["stage"] for one in stages if one["possibility"] != "excluded"]
    found |= {"stages": stages} if stages else {}
    found |= {"stage": left[0]} if len(left) == 1 else {}
    judged = inference.judged
    if judged is not None and kind == "judged":
        found |= {"verdict": judged.verdict, "verdicts": judged.possible}
        found |= {"deciding_rules": judged.deciding} if judged.deciding else {}
    if card.indicators:
        total = inference.score.total
        rounded = closed(rounded_end(card, end) for end in total[:2])
        found["score"] = {"unit": "point", "exact": bounds(total), "rounded": bounds(rounded)}
    return found


def bounds(one: Interval) -> Json:
    """Write an interval as it stands in a conclusion."""
    found: dict[str, Json] = {"low_open": True} if one.low_open else {}
    found |= {"high_open": True} if one.high_open else {}
    ends = {"low": one.low, "high": one.high}
    return found | {name: write_number(end) for name, end in ends.items() if end is not None}


def standing(card: Card, inference: Inference, found: Json) -> Json:
    """Find the weakest certainty among the bases and the rows of tables that decided."""
    certainties = {one["id"]: one["certainty"] for one in card.bases}
    deciding = {basis for basis in _bases(card, inference, found) if basis in certainties}
    weakest = max((CERTAINTIES.index(certainties[one]) for one in deciding), default=2)
    said: dict[str, Json] = {"certainty": CERTAINTIES[weakest]}
    bases = sorted(one for one in deciding if CERTAINTIES.index(certainties[one]) == weakest)
    answered = [
        (CERTAINTIES.index(one.certainty), one.tried[-1].table)
        for by_key in inference.lookups.values()
        for one in by_key.values()
        if one.certainty is not None
    ]
    rows = max((certainty for certainty, _ in answered), default=-1)
    if rows >= weakest:
        bases = bases if rows == weakest else []
        tables = sorted({table for certainty, table in answered if certainty == rows})
        said = {"certainty": CERTAINTIES[rows], "weakest_tables": tables}
    return said | ({"weakest_bases": bases} if bases else {})


def _bases(card: Card, inference: Inference, found: Json) -> Iterator[str]:
    if found["kind"] == "gate_failed":
        for gate in card.gates:
            yield from gate["basis"] if inference.gates[gate["id"]] == NOT_MET else []
        return
    for gate in card.gates:
        yield from gate["basis"]
    if found["kind"] == "judged" and inference.judged is not None:
        deciding = [one for one in card.verdicts["rules"] if one["id"] in inference.judged.deciding]
        for rule in deciding or card.verdicts["rules"]:
            yield from rule["basis"]
        yield from [] if deciding else card.verdicts["otherwise_basis"]
    yield from _walked_bases(card.stage_rows, [holds(row.get("when", []), inference.seen) for row in card.stage_rows])
    counting = [one for one in card.indicators if inference.score.earned[one["id"]].counts != NOT_MET]
    for one in counting:
        yield from one["basis"]
    if any(one["scale"]["kind"] == "maturity" for one in counting):
        yield from card.maturity["basis"]
        for rows in card.maturity_rows.values():
            for place in walked(holds(row.get("when", []), inference.seen) for row in rows)[0]:
                yield from rows[place]["basis"]
    left = {one["grade"] for one in found.get("grades", []) if one["possibility"] != "excluded"}
    counted = [row if row["grade"] in left or "none" in left else {"basis": []} for row in card.ladder_rows]
    yield from _walked_bases(counted, card.graded(inference.ladder))
    for quantity in card.quantities:
        for row in _rows(quantity, inference):
            yield from row["basis"]
    for fact in card.facts:
        yield from fact.get("previous", {}).get("basis", [])


def _walked_bases(rows: list[Json], outcomes: list[str]) -> Iterator[str]:
    """Give the bases of rows up to the first that is met."""
    for row, outcome in zip(rows, outcomes, strict=True):
        yield from row["basis"]
        if outcome == MET:
            return


def _rows(quantity: Json, inference: Inference) -> list[Json]:
    """Give the rows of a quantity whose bases count."""
    rows: list[Json] = quantity["rows"]
    if quantity["kind"] in {"lookup", "dates"}:
        found = possible_rows(quantity, inference.seen)
        if not isinstance(found, tuple):
            return []
        return [*found[0], *([{"basis": quantity.get("otherwise_basis", [])}] if found[1] else [])]
    if quantity["kind"] == "condition":
        return named_condition(quantity, inference.seen)[1]
    if "tabled" in quantity and not quantity.get("list"):
        return [rows[place] for place in walked(holds(row.get("when", []), inference.seen) for row in rows)[0]]
    return rows


def track(card: Card, inference: Inference, found: Json) -> Json:
    """Give the names that form the track, as far as they are known."""
    said: dict[str, str] = {}
    for name in (card.all.get("tracks") or {"by": []})["by"]:
        known = inference.seen.known.get(name)
        if name == STAGE:
            stage = found.get("stage", "none")
            said |= {} if stage == "none" else {name: stage}
        elif isinstance(known, Choice) and len(known.possible) == 1 and not known.any_word:
            said[name] = min(known.possible)
    return said


def open_facts(card: Card, inference: Inference, unknown: Mapping[str, str], found: Json) -> list[Json]:
    """List the unknown facts that could change the conclusion or a finding."""
    through = list(_open(card, inference))
    if "grade" in found:
        kept = {one["id"] for one in card.findings} | (set() if "stage" in found else {STAGE})
        through = [(criterion, behind) for criterion, behind in through if criterion in kept]
    order = [one["id"] for one in card.facts]
    names = sorted(unknown, key=lambda name: (order.index(name.split("[", maxsplit=1)[0]), name))
    listed = []
    for name in names:
        fact = name.split("[", maxsplit=1)[0]
        criteria = list(dict.fromkeys(criterion for criterion, behind in through if fact in behind))
        listed += [{"id": name, "reason": unknown[name], "criteria": criteria}] if criteria else []
    return listed


def _open(card: Card, inference: Inference) -> Iterator[tuple[str, set[str]]]:
    """Give everything open with the facts and settings behind it."""
    read: list[tuple[str, list[str]]] = []
    if inference.applies == OPEN:
        read.append(("card", names_in(card.all.get("applies", []))))
    read += [(gate, [gate]) for gate, passes in inference.passes.items() if passes == OPEN]
    rows = card.stage_rows if len(inference.score.stages) > 1 else []
    for row, _ in _open_rows(rows, [holds(row.get("when", []), inference.seen) for row in rows]):
        read.append((STAGE, names_in(row.get("when", []))))
    judged = inference.judged
    if judged is not None and len(judged.possible) > 1:
        rules = [one for one in judged.rules if one.holds == OPEN and one.rule["verdict"] in judged.possible]
        read += [(one.rule["id"], [one.rule["id"]]) for one in rules]
    grades = list(_open_rows(card.ladder_rows, card.graded(inference.ladder)))
    for row, _ in grades:
        asked = [row, *(card.ladder_rows[place] for place in card.exceptions_to(row))]
        names = [name for name in names_in([one.get("requires", []) for one in asked]) if name != TOTAL]
        read.append((f"grade-{row['grade']}", names))
    for name, one in inference.score.earned.items():
        if (grades or not card.grades) and (one.counted.value is None or one.applies == OPEN):
            read.append((name, [name]))
    read += [(one["id"], names_in(one["when"])) for one in card.findings if inference.findings[one["id"]] == OPEN]
    for criterion, names in read:
        yield criterion, card.behind(names)


def _open_rows(rows: list[Json], outcomes: list[str]) -> list[tuple[Json, str]]:
    """Give the open rows up to the first that is met."""
    ended = outcomes.index(MET) if MET in outcomes else len(rows)
    return [one for one in zip(rows[:ended], outcomes[:ended], strict=True) if one[1] == OPEN]


def whole_maximum(card: Card, stage: str) -> str:
    """Give the most points of a stage."""
    found = next((one["maximum"] for one in card.stages if one["id"] == stage), "0")
    return write_number(Fraction(found))
