"""Verification of search results: replay of witnesses, and disproof by splitting the unknown into boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from recompute.card import Card, parts_in
from recompute.concluding import conclusion
from recompute.infer import Inference, Question, infer
from recompute.intervals import interval
from recompute.known import ABSENT, PERHAPS, Choice, Json, Known, Number, Records, choice_of, is_known
from recompute.numbers import convert, read_number, write_number
from recompute.reading import Reader, whole_domain
from recompute.scales import measures

BOXES = 200
ENDS = ("value", "more_than", "at_least", "at_most", "below", "at")
_FIELD = re.compile(r"([^\[]+)\[(.*)\]\.([^.\]]+)\Z", re.DOTALL)


Claims = Mapping[str, list[str]]
"""The stages and verdicts that a record leaves possible."""


class OtherwiseError(ValueError):
    """The record states an impossible result. Lists the name, the stated and the possible values."""

    def __init__(self, name: str, stated: Iterable[str], found: Iterable[str]) -> None:
        listed = {"stated": ", ".join(stated), "found": ", ".join(found)}
        self.slots: dict[str, object] = {"name": name, **listed}
        super().__init__(str(self.slots))


def answers(card: Card, aim: str, left: list[str], reached: Mapping[str, Json]) -> list[Json]:
    """Write how possible each grade or stage is: those left, and the witnesses of those that were reached."""
    found = []
    maxima = {one["id"]: one["maximum"] for one in card.stages}
    for name in card.every[aim]:
        said: dict[str, Json] = {aim: name, "possibility": "excluded"}
        if left == [name]:
            said["possibility"] = "certain"
        elif name in left:
            said |= {"possibility": "reachable" if name in reached else "not_excluded", **reached.get(name, {})}
        if aim == "stage":
            said["maximum_points"] = write_number(read_number(maxima.get(name, "0")))
        found.append(said)
    return found


@dataclass
class Prover:
    """Prover of conclusions under a card.

    `unproved` lists exclusions of the record that were not disproved here.
    """

    card: Card
    boxes: int = BOXES
    unproved: list[str] = field(default_factory=list)
    witnesses: int = 0

    def conclude(self, question: Question, claimed: Json, left: Claims | None = None) -> tuple[Inference, Json]:
        """Conclude a question with a claimed conclusion. `left` lists the remaining stages and verdicts.

        Raises:
            OtherwiseError: the claim leaves an impossible result, or a witness does not lead to its result.
        """
        inference = infer(self.card, question)
        kept = left_by(claimed) if left is None else left
        for aim, names in kept.items():
            now = inference.possible[aim]
            if not set(names) <= set(now) or (now and not names):
                raise OtherwiseError(aim, names, now)
            self._disprove(question, aim, set(now) - set(names))
        if any(inference.possible[aim] != names for aim, names in kept.items()):
            question = replace(question, left=kept)
            inference = infer(self.card, question)
        staged, graded = (self._answers(question, aim, inference.possible[aim], claimed) for aim in ("stage", "grade"))
        return inference, conclusion(self.card, inference, graded, staged)

    def _answers(self, question: Question, aim: str, now: list[str], claimed: Json) -> list[Json]:
        """Return the possibility of each grade or stage, with the exclusions claimed by the record checked."""
        said = {one[aim]: one for one in claimed.get(f"{aim}s", [])}
        excluded = {name for name in now if said.get(name, {}).get("possibility") == "excluded"}
        if now and excluded == set(now):
            raise OtherwiseError(aim, [], now)
        self._disprove(question, aim, excluded)
        left = [name for name in now if name not in excluded]
        reached: dict[str, Json] = {}
        for name in left if len(left) > 1 else []:
            witness = said.get(name, {})
            if witness.get("possibility") == "reachable":
                self._confirm(question, aim, name, witness)
                reached[name] = {key: witness[key] for key in ("witness", "witness_settings") if witness.get(key)}
        return answers(self.card, aim, left, reached)

    def _confirm(self, question: Question, aim: str, name: str, witness: Json) -> None:
        settings = {one: choice_of(choice) for one, choice in witness.get("witness_settings", {}).items()}
        completed = replace(question, known={**question.known, **settings})
        reader = Reader(self.card, question.as_of)
        for address, value in witness.get("witness", {}).items():
            inside = _FIELD.match(address)
            listed, named = (inside[1], inside[3]) if inside else ("", address)
            definition = next(one for one in self.card.fields(listed) or self.card.facts if one["id"] == named)
            completed = put(completed, address, reader.value(definition, value, named, {})[0])
        self.witnesses += 1
        reached = infer(self.card, completed).possible[aim]
        if reached != [name]:
            raise OtherwiseError(aim, [name], reached)

    def _disprove(self, question: Question, aim: str, targets: set[str]) -> None:
        """Split the unknowns until no part allows the targets. Store the remaining targets as unproved."""
        boxes, spent = [question], 0
        while targets and boxes:
            box = boxes.pop()
            spent += 1
            if targets.isdisjoint(infer(self.card, box).possible[aim]):
                continue
            parts = next((parts for parts in self._splits(box) if len(parts) > 1), None)
            if parts is None or spent + len(boxes) > self.boxes:
                self.unproved += [f"{aim} {name}" for name in sorted(targets)]
                return
            boxes += parts

    def _splits(self, question: Question) -> Iterator[list[Question]]:
        """Yield the possible splits of one unknown, settings first."""
        for name, known in question.known.items():
            for address, inner, definition in _inside(self.card, name, known):
                parts = _parts(inner, definition, self._thresholds)
                yield [put(question, address, one) for one in parts]

    @cached_property
    def _thresholds(self) -> Mapping[str, list[Fraction]]:
        return thresholds(self.card)


def left_by(claimed: Json) -> dict[str, list[str]]:
    """Return the stages and verdicts that a conclusion leaves possible, if it lists them."""
    stages = [one["stage"] for one in claimed.get("stages", []) if one["possibility"] != "excluded"]
    left = {"stage": stages, "verdict": claimed.get("verdicts", [])}
    return {aim: names for aim, names in left.items() if names}


def put(question: Question, address: str, known: Known) -> Question:
    """Return the question with one unknown resolved or narrowed."""
    inside = _FIELD.match(address)
    if inside is None:
        return replace(question, known={**question.known, address: known})
    listed, key, name = inside.groups()
    records = question.known[listed]
    if not isinstance(records, Records) or key not in {one for one, _ in records.records or ()}:
        raise OtherwiseError(address, [key], [])
    rows = tuple((one, {**fields, name: known} if one == key else fields) for one, fields in records.records or ())
    return replace(question, known={**question.known, listed: Records(rows)})


def _inside(card: Card, name: str, known: Known) -> Iterator[tuple[str, Known, Json]]:
    """Yield the unknown settings, facts and record fields with their addresses."""
    if isinstance(known, Records):
        for key, fields in known.records or ():
            for one in card.fields(name):
                if not is_known(fields[one["id"]]):
                    yield f"{name}[{key}].{one['id']}", fields[one["id"]], one
    elif not is_known(known):
        yield name, known, card.definitions[name]


def _parts(known: Known, definition: Json, compared: Mapping[str, list[Fraction]]) -> list[Known]:
    if known == PERHAPS:
        return [ABSENT, whole_domain(definition)]
    if isinstance(known, Choice) and not known.any_word:
        return [choice_of(word) for word in sorted(known.possible)]
    if isinstance(known, Number):
        one = known.interval
        inside = [end for end in compared.get(definition["id"], []) if one.holds(end) and end != one.low]
        if inside:
            middle = inside[len(inside) // 2]
            below = interval(one.low, middle, one.low_open, high_open=True)
            return [Number(below), Number(interval(middle, one.high, high_open=one.high_open))]
    return []


def thresholds(card: Card) -> dict[str, list[Fraction]]:
    """Return the numbers that names are compared with in clauses and scales."""
    found: dict[str, set[Fraction]] = {}
    for part in parts_in({name: part for name, part in card.all.items() if name != "quantities"}):
        operand = part.get("operand", part)
        compared = [(part.get("name"), operand.get("unit", ""), [operand] if "value" in operand else [])]
        if "measure" in part and part.get("kind") != "choices":
            compared = measures(part)
        for measure, unit, bounded in compared:
            ends = [row[end] for row in bounded for end in ENDS if end in row]
            for end in ends if measure in card.names.units else []:
                found.setdefault(measure, set()).add(convert(read_number(end), unit, card.names.units[measure]))
    return {name: sorted(ends) for name, ends in found.items()}
