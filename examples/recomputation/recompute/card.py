"""What does a published version say: its definitions in order, its names, and what reads what?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from recompute.canonical import by_id
from recompute.known import NOT_MET, OTHER, YES_NO, Json

AS_OF, TOTAL, STAGE = "as_of_date", "total_score", "stage"
LISTS = ("facts", "settings", "bases", "quantities", "gates", "findings", "tables")


class Card:
    """One version, its lists sorted by id, and everything that is found in it once."""

    def __init__(self, scorecard: Json) -> None:
        """Take the `scorecard` of a published version."""
        self.all = scorecard
        self.card: Json = scorecard["card"]
        for name in LISTS:
            setattr(self, name, by_id(scorecard.get(name) or []))
        self.indicators: list[Json] = scorecard.get("indicators", [])
        self.sections: list[Json] = scorecard.get("sections", [])
        self.records: dict[str, Json] = {one["id"]: one for one in scorecard.get("records", [])}
        self.stage_rows: list[Json] = scorecard["stages"]["rows"] if "stages" in scorecard else []
        self.stages: list[Json] = scorecard["stages"]["stages"] if "stages" in scorecard else []
        self.ladder_rows: list[Json] = scorecard["ladder"]["rows"] if "ladder" in scorecard else []
        self.verdicts: Json = scorecard.get("verdicts")
        self.maturity: Json = scorecard.get("maturity")
        self.definitions: dict[str, Json] = {one["id"]: one for one in self.facts}
        self.units, self.domains = self._names()
        self.complete: dict[str, bool] = {}
        """Which small tables surely have a row for everything, as far as that was asked."""
        self._within: dict[str, tuple[dict[str, str], dict[str, tuple[str, ...]]]] = {}

    facts: list[Json]
    settings: list[Json]
    bases: list[Json]
    quantities: list[Json]
    gates: list[Json]
    findings: list[Json]
    tables: list[Json]

    @property
    def grades(self) -> list[str]:
        """The grades from best to worst, then none; nothing without a ladder."""
        ladder = self.all.get("ladder")
        return [*(one["id"] for one in ladder["grades"]), "none"] if ladder else []

    @property
    def every_stage(self) -> list[str]:
        """The stages in their order, and none if there may be none."""
        named = [one["id"] for one in self.stages]
        return [*named, "none"] if self.stage_rows and self.stage_rows[-1].get("when") else named

    def exceptions_to(self, row: Json) -> list[int]:
        """Give the places of the exceptions to the grade of a row of the ladder; an exception itself has none."""
        rows = enumerate([] if row.get("exception") else self.ladder_rows)
        return [place for place, one in rows if one.get("exception") and one["grade"] == row["grade"]]

    def graded(self, outcomes: list[str]) -> list[str]:
        """Give how the rows of the ladder came out, where exceptions are passed over."""
        return [NOT_MET if row.get("exception") else one for row, one in zip(self.ladder_rows, outcomes, strict=True)]

    def fields(self, listed: str) -> list[Json]:
        """Give the fields of the records of a list."""
        record = self.definitions.get(listed, {}).get("record")
        return list(self.records[record]["fields"]) if record else []

    def sums(self, listed: str) -> list[Json]:
        """Give the sums over a list."""
        return [one for one in self.quantities if one["kind"] == "sum" and one["list"] == listed]

    def of_each(self, listed: str) -> list[Json]:
        """Give the quantities of single records of a list."""
        return [one for one in self.quantities if owner_of(one) == listed]

    def belongs_to(self, listed: str) -> Json:
        """Say to which list the records of a list belong, and by which field; nothing if to none."""
        return self.records[self.definitions[listed]["record"]].get("belongs_to") or {}

    @cached_property
    def section_names(self) -> list[str]:
        """The names of points of sections that grades and findings compare."""
        read = names_in([self.ladder_rows, [one["when"] for one in self.findings]])
        return [name for name in dict.fromkeys(read) if name.startswith("section:")]

    @cached_property
    def maturity_rows(self) -> dict[str, list[Json]]:
        """The lists of rows of the rules of maturity, by what they decide."""
        return {kind: self.maturity.get(f"{kind}_rows", []) for kind in MATURITY} if self.maturity else {}

    def _names(self) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        units = {TOTAL: "point", AS_OF: "", **{one["id"]: one.get("unit", "") for one in self.quantities}}
        units |= dict.fromkeys((*self.section_names, *(one["id"] for one in self.indicators)), "point")
        domains = {one["id"]: tuple(choice["id"] for choice in one["choices"]) for one in self.settings}
        if self.stages:
            domains[STAGE] = tuple(self.every_stage)
        words = _named_words(self.all)
        for one in self.quantities:
            if one["kind"] == "condition":
                domains[one["id"]] = YES_NO
            elif one["kind"] == "table" and one.get("gives") == "word":
                domains[one["id"]] = (*sorted(words.get(one["id"], set())), OTHER)
        return _with_definitions(units, domains, self.facts, words)

    def names_within(self, listed: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """Give the units and domains that conditions about records of a list see."""
        if listed not in self._within:
            self._within[listed] = self._names_within(listed)
        return self._within[listed]

    def units_within(self, listed: str) -> dict[str, str]:
        """Give the units that are seen inside of a list, or outside of all."""
        return self.names_within(listed)[0] if listed else self.units

    def _names_within(self, listed: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        rows = [one["rows"] for one in (*self.sums(listed), *self.of_each(listed))]
        return _with_definitions(self.units, self.domains, self.fields(listed), _named_words(rows))

    @cached_property
    def order(self) -> list[Json]:
        """The quantities, each behind those that it needs."""
        needs = {one["id"]: set(self._read_outside(one)) for one in self.quantities}
        for one in self.quantities:
            if one["kind"] == "sum":
                own = {part["id"] for part in self.fields(one["list"])}
                needs[one["id"]] |= set(names_in([other["rows"] for other in self.sums(one["list"])])) - own
        left, order = {one["id"]: one for one in self.quantities}, list[Json]()
        while left:
            ready = [name for name in left if not needs[name] & left.keys()]
            order += [left.pop(name) for name in ready]
        return order

    def _read_outside(self, quantity: Json) -> list[str]:
        own = {part["id"] for part in self.fields(quantity.get("list") or "")}
        return [name for name in read_by_quantity(quantity) if name not in own]

    @cached_property
    def reads(self) -> dict[str, list[str]]:
        """What each quantity and criterion reads directly."""
        reads = {one["id"]: self._read_outside(one) for one in self.quantities}
        reads |= {gate["id"]: names_in([gate.get("applies", []), gate["requires"]]) for gate in self.gates}
        shared = names_in(self.maturity_rows)
        for one in self.indicators:
            scale = one["scale"]
            named = names_in([one.get("applies", []), one.get("must", []), scale.get("parts", [])])
            named += [scale[name] for name in ("measure", *RATED) if name in scale]
            reads[one["id"]] = named + (shared if scale["kind"] == "maturity" else [])
        staged = [STAGE] if self.stages else []
        for name in self.section_names:
            members = sections_in(name)
            reads[name] = [one["id"] for one in self.indicators if one["section"] in members] + staged
        reads[TOTAL] = [one["id"] for one in self.indicators] + staged
        reads |= {STAGE: names_in(self.stage_rows)} if self.stages else {}
        reads[AS_OF] = []
        for rule in self.verdicts["rules"] if self.verdicts else []:
            days = [rule[name] for name in ("first", "last", "warn_from") if name in rule]
            governing = [self.verdicts.get("governed_by", AS_OF)] if days else []
            reads[rule["id"]] = names_in([rule["rows"], days]) + governing
        return reads

    def behind(self, names: Iterable[str]) -> set[str]:
        """Give the facts and settings behind some names."""
        found, waiting = set[str](), list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.reads.get(name, [])
        return {name for name in found if name not in self.reads}


def owner_of(quantity: Json) -> str | None:
    """Give the list for each of whose records a quantity is computed."""
    owner: str | None = quantity.get("each" if quantity["kind"] == "sum" else "list")
    return owner


MATURITY = ("level", "aspect", "trend", "rise")
RATED = ("disclosed", "content", "trend", "comparison", "integration")


def sections_in(name: str) -> list[str]:
    """List the sections whose points a name stands for."""
    return name.removeprefix("section:").split("+")


def parts_in(part: Json) -> Iterator[Json]:
    """Visit every object inside of a part of a document, the outer ones first."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from parts_in(inner)


def gives_day(quantity: Json) -> bool:
    """Say whether a quantity is a civil date."""
    said = quantity["kind"], quantity.get("gives"), quantity.get("figure")
    return not {"dates", "date", "earliest", "latest"}.isdisjoint(said)


def names_in(part: Json) -> list[str]:
    """List the names that conditions, formulas, keys and dates read."""
    found: list[str] = []
    for one in parts_in(part):
        found += [one[name] for name in ("name", "criterion") if name in one]
        found += [one["id"]] if one.get("kind") == "name" else []
    return found


def _named_words(part: Json) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for clause in parts_in(part):
        if clause.get("kind") == "choice" and "values" in clause:
            words.setdefault(clause["name"], set()).update(clause["values"])
    return words


def _with_definitions(
    units: dict[str, str], domains: dict[str, tuple[str, ...]], definitions: list[Json], words: dict[str, set[str]]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    units, domains = dict(units), dict(domains)
    for one in definitions:
        units[one["id"]] = one.get("unit", "")
        if one["type"] == "flag":
            domains[one["id"]] = YES_NO
        elif one["type"] in {"choice", "choices"}:
            domains[one["id"]] = tuple(choice["id"] for choice in one["choices"])
        elif one["type"] == "text":
            domains[one["id"]] = (*sorted(words.get(one["id"], set())), OTHER)
    return units, domains


def read_by_quantity(quantity: Json) -> list[str]:
    """List the names that a quantity reads, fields of records included."""
    own = [quantity[name] for name in ("list", "of", "each") if quantity.get(name)]
    return [*own, *quantity.get("by", []), *names_in([quantity["rows"], quantity.get("otherwise")])]
