"""Is it so what a record says of the grades, stages and verdicts that a search found possible or not?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product

from recompute.card import Card, parts_in
from recompute.concluding import conclusion, whole_maximum
from recompute.infer import Inference, Question, infer
from recompute.intervals import interval
from recompute.known import ABSENT, PERHAPS, Choice, Json, Known, Number, Records, choice_of, is_known
from recompute.numbers import convert
from recompute.reading import read_value, unknown_value, whole_domain

BOXES = 200
ENDS = ("value", "more_than", "at_least", "at_most", "below", "at")
_FIELD = re.compile(r"([^\[]+)\[(.*)\]\.([^.\]]+)\Z", re.DOTALL)


class OtherwiseError(ValueError):
    """The record says what cannot be: of what, what it states and what is possible."""

    def __init__(self, name: str, stated: Iterable[str], found: Iterable[str]) -> None:
        """Take them."""
        listed = {"stated": ", ".join(stated), "found": ", ".join(found)}
        self.slots: dict[str, object] = {"name": name, **listed}
        super().__init__(str(self.slots))


@dataclass
class Prover:
    """Concludes questions under a card; `unproved` gathers what the record excludes and was not disproved here."""

    card: Card
    boxes: int = BOXES
    unproved: list[str] = field(default_factory=list)
    witnesses: int = 0

    def conclude(
        self, question: Question, claimed: Json, stages: list[str] | None, verdicts: list[str] | None
    ) -> tuple[Inference, Json]:
        """Conclude a question of which a record claims a conclusion; `stages` and `verdicts` are those it leaves.

        Raises:
            OtherwiseError: it leaves what is not possible, or a witness does not lead to what it stands for.
        """
        inference = infer(self.card, question)
        now = {"stage": inference.score.stages, "verdict": inference.judged.possible if inference.judged else []}
        left = {"stage": now["stage"] if stages is None else stages}
        left["verdict"] = now["verdict"] if verdicts is None else verdicts
        for aim, kept in left.items():
            if not set(kept) <= set(now[aim]) or (now[aim] and not kept):
                raise OtherwiseError(aim, kept, now[aim])
            self._disprove(question, aim, set(now[aim]) - set(kept))
        if left != now:
            question = replace(question, stages=left["stage"] or None, verdicts=left["verdict"] or None)
            inference = infer(self.card, question)
        staged = {one["stage"]: one for one in claimed.get("stages", [])}
        answers = self._answers(question, "stage", self.card.every_stage, inference.score.stages, staged)
        graded = {one["grade"]: one for one in claimed.get("grades", [])}
        grades = self._answers(question, "grade", self.card.grades, inference.grades, graded)
        for one in answers:
            one["maximum_points"] = whole_maximum(self.card, one["stage"])
        return inference, conclusion(self.card, inference, grades, answers)

    def _answers(
        self, question: Question, aim: str, every: list[str], now: list[str], claimed: Mapping[str, Json]
    ) -> list[Json]:
        """Say how possible each grade or stage is, as far as the record is right."""
        excluded = {name for name in now if claimed.get(name, {}).get("possibility") == "excluded"}
        if now and excluded == set(now):
            raise OtherwiseError(aim, [], now)
        self._disprove(question, aim, excluded)
        left = [name for name in now if name not in excluded]
        found = []
        for name in every:
            said: dict[str, Json] = {aim: name, "possibility": "excluded"}
            if name in left:
                witness = claimed.get(name, {}) if len(left) > 1 else {}
                there = {key: witness[key] for key in ("witness", "witness_settings") if witness.get(key)}
                reached = witness.get("possibility") == "reachable"
                if reached:
                    self._confirm(question, aim, name, witness)
                possibility = "certain" if len(left) == 1 else "reachable" if reached else "not_excluded"
                said |= {"possibility": possibility, **(there if reached else {})}
            found.append(said)
        return found

    def _confirm(self, question: Question, aim: str, name: str, witness: Json) -> None:
        completed = replace(question, settings={**question.settings, **witness.get("witness_settings", {})})
        for address, value in witness.get("witness", {}).items():
            completed = self._put_value(completed, address, value)
        self.witnesses += 1
        reached = possible(infer(self.card, completed), aim)
        if reached != [name]:
            raise OtherwiseError(aim, [name], reached)

    def _put_value(self, question: Question, address: str, value: Json) -> Question:
        inside = _FIELD.match(address)
        if inside is None:
            return put(question, address, self._read(self.card.definitions[address], value))
        listed, _, name = inside.groups()
        definition = next(one for one in self.card.fields(listed) if one["id"] == name)
        return put(question, address, self._read(definition, value))

    def _read(self, definition: Json, value: Json) -> Known:
        if "records" not in value:
            return read_value(definition, value)[0]
        record = self.card.records[definition["record"]]
        rows = []
        for row in value["records"]:
            fields = {
                one["id"]: self._read(one, row[one["id"]]) if one["id"] in row else unknown_value(one)
                for one in record["fields"]
            }
            key = fields[record["key"]]
            rows.append((min(key.possible, default="") if isinstance(key, Choice) else "", fields))
        return Records(tuple(rows))

    def _disprove(self, question: Question, aim: str, targets: set[str]) -> None:
        """Split what is unknown until no part allows the targets, or note those that are left."""
        boxes, left, spent = [question], set[str](), 0
        while targets and boxes:
            box = boxes.pop()
            spent += 1
            inference = infer(self.card, box)
            here = targets & set(possible(inference, aim))
            if not here:
                continue
            parts = next((parts for parts in self._splits(box) if len(parts) > 1), None)
            if parts is None or spent + len(boxes) > self.boxes:
                left |= here
                break
            boxes += parts
        if left or (targets and boxes):
            self.unproved += [f"{aim} {name}" for name in sorted(targets)]

    def _splits(self, question: Question) -> Iterator[list[Question]]:
        """Give the ways in which one unknown can be split, the settings first."""
        for setting in self.card.settings:
            if question.settings.get(setting["id"]) is None:
                choices = [one["id"] for one in setting["choices"]]
                yield [replace(question, settings={**question.settings, setting["id"]: one}) for one in choices]
        for name, known in question.facts.items():
            definition = self.card.definitions[name]
            for part, inner, inner_definition in _inside(self.card, name, known, definition):
                parts = _parts(inner, inner_definition, self._thresholds)
                yield [put(question, part, one) for one in parts]

    @property
    def _thresholds(self) -> Mapping[str, list[Fraction]]:
        if not self._compared:
            self._compared.update(thresholds(self.card))
        return self._compared

    _compared: dict[str, list[Fraction]] = field(default_factory=dict)


def possible(inference: Inference, aim: str) -> list[str]:
    """Give the grades, stages or verdicts that an inference leaves possible."""
    if aim == "grade":
        return inference.grades
    if aim == "stage":
        return inference.score.stages
    return inference.judged.possible if inference.judged else []


def combinations(card: Card, question: Question) -> list[dict[str, str]]:
    """List every choice of the open settings; one empty choice if none is open."""
    open_ = [one for one in card.settings if question.settings.get(one["id"]) is None]
    every = product(*([choice["id"] for choice in one["choices"]] for one in open_))
    return [dict(zip((one["id"] for one in open_), chosen, strict=True)) for chosen in every]


def put(question: Question, address: str, known: Known) -> Question:
    """Give the same question with one unknown known or narrowed."""
    inside = _FIELD.match(address)
    if inside is None:
        return replace(question, facts={**question.facts, address: known})
    listed, key, name = inside.groups()
    records = question.facts[listed]
    if not isinstance(records, Records) or key not in {one for one, _ in records.records or ()}:
        raise OtherwiseError(address, [key], [])
    rows = tuple((one, {**fields, name: known} if one == key else fields) for one, fields in records.records or ())
    return replace(question, facts={**question.facts, listed: Records(rows)})


def _inside(card: Card, name: str, known: Known, definition: Json) -> Iterator[tuple[str, Known, Json]]:
    if isinstance(known, Records):
        for key, fields in known.records or ():
            for one in card.fields(name):
                if not is_known(fields[one["id"]]):
                    yield f"{name}[{key}].{one['id']}", fields[one["id"]], one
    elif not is_known(known):
        yield name, known, definition


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
    """Give the numbers that names are compared with in clauses and scales."""
    found: dict[str, set[Fraction]] = {}

    for part in parts_in({name: part for name, part in card.all.items() if name != "quantities"}):
        name, operand = part.get("measure", part.get("name")), part.get("operand", part)
        rows = [*part.get("bands", []), *part.get("corners", []), *([operand] if "value" in operand else [])]
        ends = [row[end] for row in rows for end in ENDS if end in row]
        for end in ends if name in card.units else []:
            number = convert(Fraction(end), operand.get("unit", ""), card.units[name])
            found.setdefault(name, set()).add(number)
    return {name: sorted(ends) for name, ends in found.items()}


def joined_answers(every: list[str], aim: str, alternatives: list[tuple[Json, list[Json]]]) -> list[Json]:
    """Allow whatever any choice of the open settings allows, with the witness of the first that reaches it."""
    left: set[str] = set()
    witnesses: dict[str, Json] = {}
    for settings, answers in alternatives:
        for one in answers:
            left |= set() if one["possibility"] == "excluded" else {one[aim]}
            if one["possibility"] in {"certain", "reachable"}:
                witness = {"witness": one["witness"]} if one.get("witness") else {}
                witnesses.setdefault(one[aim], {**witness, "witness_settings": settings})
    found = []
    for name in every:
        said: Json = {aim: name, "possibility": "excluded"}
        if name in left:
            reached = name in witnesses
            said["possibility"] = "certain" if len(left) == 1 else "reachable" if reached else "not_excluded"
            said |= witnesses[name] if reached and len(left) > 1 else {}
        found.append(said)
    return found
