"""Conclusion of a recomputed record: its kind, ends and certainty, the track, and the open facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recompute.card import MATURITY, STAGE, TOTAL, Card, names_in
from recompute.conditions import outcomes, walk
from recompute.formulas import named_condition
from recompute.infer import Inference, rounded_end
from recompute.intervals import Interval, closed
from recompute.known import MET, NOT_MET, OPEN, Choice, Gone, Json, is_known
from recompute.lookups import possible_rows
from recompute.numbers import write_number
from recompute.tables import CERTAINTIES


def conclusion(card: Card, inference: Inference, grades: list[Json], stages: list[Json]) -> Json:
    """Return the conclusion from the possibilities of grades and stages."""
    kind = inference.kind
    stages = [] if kind == "not_applicable" else stages
    found: dict[str, Json] = {"grades": grades, "stages": stages}
    left = {
        aim: [one[aim] for one in answers if one["possibility"] != "excluded"]
        for aim, answers in (("grade", grades), ("stage", stages))
    }
    found |= {aim: names[0] if len(names) == 1 else "" for aim, names in left.items()}
    if kind == "graded" and left["grade"] == ["none"]:
        kind = "not_graded"
    elif kind == "graded" and "none" in left["grade"]:
        kind = "grade_open"
    judged = inference.judged
    if judged is not None and kind == "judged":
        found |= {"verdict": judged.verdict, "verdicts": judged.possible, "deciding_rules": judged.deciding}
    if card.indicators:
        total = inference.score.total
        rounded = closed(rounded_end(card, end) for end in total[:2])
        found["score"] = {"unit": "point", "exact": _ends(total), "rounded": _ends(rounded)}
    return {"kind": kind, **{name: part for name, part in found.items() if part}}


def _ends(one: Interval) -> Json:
    ends = {name: write_number(end) for name, end in (("low", one.low), ("high", one.high)) if end is not None}
    return {**ends, **{f"{name}_open": True for name in ends if getattr(one, f"{name}_open")}}


def standing(card: Card, inference: Inference, found: Json) -> Json:
    """Find the weakest certainty among the bases and the rows of tables that decided."""
    certainties = {one["id"]: one["certainty"] for one in card.bases}
    deciding = {(certainties[basis], basis) for basis in _bases(card, inference, found) if basis in certainties}
    looked = [one for by_key in inference.lookups.values() for one in by_key.values()]
    answered = {(one.certainty, one.tried[-1].table) for one in looked if one.certainty is not None}
    rests = deciding or {("own_reading", "")}
    weakest, rows = (max((CERTAINTIES.index(sure) for sure, _ in part), default=-1) for part in (rests, answered))
    certainty = CERTAINTIES[max(weakest, rows)]
    of_bases, of_tables = (sorted(name for sure, name in part if sure == certainty) for part in (deciding, answered))
    said = {"certainty": certainty, "weakest_bases": of_bases, "weakest_tables": of_tables}
    return {name: part for name, part in said.items() if part}


def _bases(card: Card, inference: Inference, found: Json) -> Iterator[str]:
    seen = inference.seen
    failed = found["kind"] == "gate_failed"
    for gate in card.gates:
        yield from gate["basis"] if not failed or inference.gates[gate["id"]] == NOT_MET else []
    if failed:
        return
    if inference.judged is not None and found["kind"] == "judged":
        deciding = [one for one in card.verdicts["rules"] if one["id"] in inference.judged.deciding]
        for rule in deciding or card.verdicts["rules"]:
            yield from rule["basis"]
        yield from [] if deciding else card.verdicts["otherwise_basis"]
    counting = [one for one in card.indicators if inference.score.earned[one["id"]].counts != NOT_MET]
    left = {one["grade"] for one in found.get("grades", []) if one["possibility"] != "excluded"}
    rows = [*_up_to_met(card.stage_rows, outcomes(card.stage_rows, seen)), *counting]
    if any(one["scale"]["kind"] == "maturity" for one in counting):
        rows.append(card.maturity)
        for kind in MATURITY:
            rows += walk(card.maturity.get(f"{kind}_rows", []), seen)[0]
    ladder = _up_to_met(card.ladder_rows, card.graded(inference.ladder))
    rows += [row for row in ladder if row["grade"] in left or "none" in left]
    rows += [row for quantity in card.quantities for row in _rows(quantity, inference)]
    for row in (*rows, *(fact.get("previous", {}) for fact in card.facts)):
        yield from row.get("basis", [])


def _up_to_met(rows: list[Json], answers: list[str]) -> list[Json]:
    return rows[: answers.index(MET) + 1] if MET in answers else rows


def _rows(quantity: Json, inference: Inference) -> list[Json]:
    """Return the rows of a quantity that contribute bases."""
    rows: list[Json] = quantity["rows"]
    if quantity["kind"] in {"lookup", "dates"}:
        found = possible_rows(quantity, inference.seen)
        if isinstance(found, Gone):
            return []
        return [*found[0], *([{"basis": quantity.get("otherwise_basis", [])}] if found[1] else [])]
    if quantity["kind"] == "condition":
        return named_condition(quantity, inference.seen)[1]
    if "tabled" in quantity and not quantity.get("list"):
        return walk(rows, inference.seen)[0]
    return rows


def track(card: Card, inference: Inference, found: Json) -> Json:
    """Return the known names that form the track."""
    said: dict[str, str] = {}
    for name in card.all.get("tracks", {}).get("by", []):
        known = inference.seen.known.get(name)
        if name == STAGE:
            said |= {name: found["stage"]} if found.get("stage", "none") != "none" else {}
        elif isinstance(known, Choice) and is_known(known):
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
    """Yield each undetermined criterion with the facts and settings it depends on."""
    read: list[tuple[str, list[str]]] = []
    if inference.applies == OPEN:
        read.append(("card", names_in(card.all.get("applies", []))))
    read += [(gate, [gate]) for gate, passes in inference.passes.items() if passes == OPEN]
    rows = card.stage_rows if len(inference.score.stages) > 1 else []
    read += [(STAGE, names_in(row)) for row in _open_rows(rows, outcomes(rows, inference.seen))]
    judged = inference.judged
    if judged is not None and len(judged.possible) > 1:
        rules = [one for one in judged.rules if one.holds == OPEN and one.rule["verdict"] in judged.possible]
        read += [(one.rule["id"], [one.rule["id"]]) for one in rules]
    grades = _open_rows(card.ladder_rows, card.graded(inference.ladder))
    for row in grades:
        asked = [row, *(card.ladder_rows[place] for place in card.exceptions_to(row))]
        read.append((f"grade-{row['grade']}", [name for name in names_in(asked) if name != TOTAL]))
    for name, one in inference.score.earned.items():
        if (grades or not card.every["grade"]) and (one.counted.value is None or one.applies == OPEN):
            read.append((name, [name]))
    read += [(one["id"], names_in(one["when"])) for one in card.findings if inference.findings[one["id"]] == OPEN]
    for criterion, names in read:
        yield criterion, card.behind(names)


def _open_rows(rows: list[Json], answers: list[str]) -> list[Json]:
    """Return the undetermined rows up to the first met row."""
    return [row for row, answer in zip(_up_to_met(rows, answers), answers, strict=False) if answer == OPEN]
