"""Verification of a record to the last byte: head, steps, commitments and conclusion computed again."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from types import NoneType

from recompute.canonical import canonical, commitments, read_object, record_bytes, root, rule_digest
from recompute.card import Card
from recompute.concluding import conclusion, open_facts, standing, track
from recompute.days import day_number
from recompute.infer import Inference, Question, infer
from recompute.known import Json, choice_of
from recompute.proving import BOXES, OtherwiseError, Prover, answers
from recompute.reading import Reader, whole_domain
from recompute.steps import closing, steps
from recompute.tables import Table, in_force, read_table
from recompute.words import GivenError, checking, say

RECORD = {"commitments": str, "head": dict, "steps": list}
HEAD = {
    **dict.fromkeys(("schema_number", "semantics", "step_count"), int),
    **dict.fromkeys(("scorecard_version", "rule_digest", "subject", "as_of_date", "known_time", "trail_digest"), str),
    "settings": dict,
}
READ = {"record": 1, "semantics": 1, "version": 1}
"""The numbers of the forms that are read here."""
Fault = tuple[str, Mapping[str, object]] | tuple[bytes, bytes]
"""A message code with its slots; or a step as recorded, and as computed."""


@dataclass
class Report:
    """The result of a recomputation: faults, exclusions of the record that were not disproved, and counts."""

    version: str = ""
    faults: list[Fault] = field(default_factory=list)
    unproved: list[str] = field(default_factory=list)
    steps: int = 0
    size: int = 0
    witnesses: int = 0
    opened: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the record matches the recomputation."""
        return not self.faults

    @staticmethod
    def told(fault: Fault, language: str) -> str:
        """Return the message of a fault in a language."""
        said, rest = fault
        if isinstance(said, str) and isinstance(rest, Mapping):
            return say(said, language, **rest)
        return "\n  ".join(one.decode() for one in fault if isinstance(one, bytes))


def recompute(
    content: bytes, version: bytes, tables: Path | None, record_key: bytes = b"", *, boxes: int = BOXES
) -> Report:
    """Recompute a record and compare the results.

    Raises:
        GivenError: the inputs are not a record and a version, or differ from the version and tables named in the
            record.
    """
    record, published = read_object(content, "record"), read_object(version, "version")
    with checking("record"):
        head = record.get("head", {})
        numbers = {"record": head.get("schema_number"), "semantics": head.get("semantics")}
        numbers["version"] = published.get("schema")
        if numbers != READ:
            raise GivenError("NUMBERS", **numbers)
        _check_form(record, head)
        is_canonical = canonical(record) == content
    with checking("version"):
        name = "scorecards/{id}/versions/{version}".format_map(published["scorecard"]["card"])
        for part, found in (("scorecard_version", name), ("rule_digest", rule_digest(published["scorecard"]))):
            if head[part] != found:
                raise GivenError("OTHER_VERSION", name=part, stated=head[part], found=found)
        card = Card(published["scorecard"])
    report = Report(name, size=len(content))
    if not is_canonical:
        report.faults.append(("NOT_CANONICAL", {}))
    with checking("record: head"):
        _compare_head(report, card, head, tables)
        editions = _tables(head, tables)
    with checking("record"):
        written = [canonical(step) for step in record["steps"]]
        _compare_commitments(report, record, written, record_key)
        try:
            follow = _Again(card, record, editions, Prover(card, boxes)).steps(report)
        except OtherwiseError as error:
            report.faults.append(("CONCLUSION", error.slots))
            return report
    report.steps = len(follow)
    report.faults += [pair for pair in zip(written, follow, strict=False) if pair[0] != pair[1]]
    if len(written) != len(follow):
        report.faults.append(("STEPS", {"found": len(written), "wanted": len(follow)}))
    if not report.faults and report.opened:
        leaves = commitments(record_key, follow)
        again = record_bytes({**head, "step_count": len(follow), "trail_digest": root(leaves).hex()}, follow, leaves)
        report.faults += [] if again == content else [("BYTES", {})]
    return report


def _check_form(record: Json, head: Json) -> None:
    """Check that the parts of a record, and of its head, are all there, no other, and of the right types.

    Raises:
        GivenError: one is not.
    """
    for part, form, found in (("record", RECORD, record), ("record: head", HEAD, head)):
        types = {name: type(one) for name, one in found.items() if name != "tables"}
        wrong = min((name for name in {*types, *form} if types.get(name) is not form.get(name)), default=None)
        if wrong is not None:
            wanted = form[wrong].__name__ if wrong in form else "-"
            raise GivenError("PART", part=f"{part}, {wrong}", found=types.get(wrong, NoneType).__name__, wanted=wanted)


def _compare_head(report: Report, card: Card, head: Json, folder: Path | None) -> None:
    """Compare settings and tables with the computed values.

    Tables are compared only if their editions are in the folder.
    """
    defaults = {one["id"]: one["default"] for one in card.settings if "default" in one}
    known = {one["id"] for one in card.settings}
    follow = {**defaults, **{name: choice for name, choice in head["settings"].items() if name in known}}
    if head["settings"] != follow:
        report.faults.append(("HEAD", {"name": "settings", "stated": head["settings"], "found": follow}))
    uses = {use["id"]: use for use in head.get("tables", [])}
    if folder is None:
        return
    for reference in card.tables:
        found = in_force(folder, reference, head["as_of_date"], head["known_time"][:10])
        use = uses.pop(reference["id"], None)
        if found is not None and use != found:
            report.faults.append(("HEAD", {"name": f"tables: {reference['id']}", "stated": use, "found": found}))
    if uses:
        report.faults.append(("HEAD", {"name": "tables", "stated": sorted(uses), "found": []}))


def _tables(head: Json, folder: Path | None) -> dict[str, Table]:
    uses = head.get("tables", [])
    if uses and folder is None:
        raise GivenError("TABLES_WANTED")
    editions = [(use["id"], (use["name"], use["edition"], use["digest"])) for use in uses]
    return {name: read_table(folder, *edition) for name, edition in editions if folder is not None}


def _compare_commitments(report: Report, record: Json, written: list[bytes], record_key: bytes) -> None:
    head, joined = record["head"], b64decode(record["commitments"])
    leaves = [joined[place : place + 32] for place in range(0, len(joined), 32)]
    if root(leaves).hex() != head["trail_digest"] or not len(leaves) == len(written) == head["step_count"]:
        report.faults.append(("ROOT", {}))
    report.opened = len(record_key) == 32
    if report.opened and not report.faults:
        follow = commitments(record_key, written)
        closed = [step for step, one, leaf in zip(record["steps"], follow, leaves, strict=True) if one != leaf]
        report.faults += [("COMMITMENT", {"step": step[0]}) for step in closed]


class _Again:
    """One record computed again."""

    def __init__(self, card: Card, record: Json, tables: Mapping[str, Table], prover: Prover) -> None:
        self._card = card
        self._prover = prover
        self._said: dict[str, list[Json]] = {step[0]: step[1:] for step in record["steps"]}
        self._evidence, facts, self._places = (self._under(kind) for kind in ("evidence/", "facts/", "places/"))
        self._facts = {name: fact for name, fact in facts.items() if "/" not in name and fact}
        chosen = {one["id"]: record["head"]["settings"].get(one["id"], one.get("default")) for one in card.settings}
        self._open = [one for one in card.settings if chosen[one["id"]] is None]
        self._settings = {
            one["id"]: whole_domain(one) if one in self._open else choice_of(chosen[one["id"]]) for one in card.settings
        }
        self._question = Question({}, day_number(record["head"]["as_of_date"]), tables)

    def _under(self, kind: str) -> dict[str, Json]:
        return {name.removeprefix(kind): one[0] for name, one in self._said.items() if name.startswith(kind)}

    def steps(self, report: Report) -> list[bytes]:
        """Return the computed steps."""
        card, prover = self._card, self._prover
        stray = (self._facts.keys() | self._places.keys()) - {one["id"] for one in card.facts}
        if stray:
            raise GivenError("UNKNOWN_FACT", name=min(stray))
        reader = Reader(card, self._question.as_of, self._evidence)
        verified = reader.read(self._facts, verified=True)
        question = replace(self._question, known={**self._settings, **verified.known})
        inference, found, alternatives = self._main(question)
        parts: dict[str, Json] = {
            "open_facts": open_facts(card, inference, verified.unknown, found),
            "setting_alternatives": alternatives,
            "track": track(card, inference, found),
            "standing": standing(card, inference, found),
            "conclusion": found,
        }
        if any("verification" in fact for fact in self._facts.values()):
            declared = reader.read(self._facts, verified=False)
            if declared.used != verified.used:
                asked = replace(question, known={**self._settings, **declared.known})
                parts["declared_conclusion"] = prover.conclude(asked, self._claimed("declared_conclusion"))[1]
        report.unproved, report.witnesses = prover.unproved, prover.witnesses
        stated = {"facts": self._facts, "evidence": self._evidence, "places": self._places}
        return [*steps(card, inference, verified, stated), *closing(parts)]

    def _claimed(self, step: str) -> Json:
        return self._said.get(step, [{}])[0]

    def _main(self, question: Question) -> tuple[Inference, Json, list[Json]]:
        """Conclude the verified values; with open settings for each of their choices first."""
        card, prover, claimed = self._card, self._prover, self._claimed("conclusion")
        if not self._open:
            places = {"stage": 0, "verdict": 1}
            left = {aim: self._said[aim][place] for aim, place in places.items() if aim in self._said}
            return *prover.conclude(question, claimed, left), []
        claims = {canonical(one["settings"]): one["conclusion"] for one in self._claimed("setting_alternatives") or []}
        alternatives: list[Json] = []
        possible: dict[str, set[str]] = {"grade": set(), "stage": set(), "verdict": set()}
        reached: dict[str, dict[str, Json]] = {"grade": {}, "stage": {}}
        for chosen in product(*(one["choices"] for one in self._open)):
            settings = {one["id"]: choice["id"] for one, choice in zip(self._open, chosen, strict=True)}
            known = {name: choice_of(choice) for name, choice in settings.items()}
            asked = replace(question, known={**question.known, **known})
            inference, found = prover.conclude(asked, claims.get(canonical(settings), {}))
            alternatives.append({"settings": settings, "conclusion": found})
            possible["verdict"] |= set(inference.possible["verdict"])
            for aim, witnesses in reached.items():
                for one in found.get(f"{aim}s", []):
                    possible[aim] |= set() if one["possibility"] == "excluded" else {one[aim]}
                    if one["possibility"] in {"certain", "reachable"}:
                        witness = {"witness": one["witness"]} if one.get("witness") else {}
                        witnesses.setdefault(one[aim], {**witness, "witness_settings": settings})
        inference = infer(card, question)
        left = {aim: [one for one in inference.possible[aim] if one in possible[aim]] for aim in ("stage", "verdict")}
        left = {aim: names for aim, names in left.items() if possible[aim]}
        if any(inference.possible[aim] != names for aim, names in left.items()):
            inference = infer(card, replace(question, left=left))
        graded, staged = (
            answers(card, aim, [one for one in card.every[aim] if one in possible[aim]], witnesses)
            for aim, witnesses in reached.items()
        )
        return inference, conclusion(card, inference, graded, staged), alternatives
