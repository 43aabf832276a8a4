"""Published scorecard version: definitions in computation order, name scopes and dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from recompute.canonical import by_id
from recompute.known import NOT_MET, OTHER, YES_NO, Json

AS_OF, TOTAL, STAGE = "as_of_date", "total_score", "stage"
MATURITY = ("level", "aspect", "trend", "rise")
RATED = ("disclosed", "content", "trend", "comparison", "integration")


class Names(NamedTuple):
    """The units of numbers, and the words that choices are measured over, by their names."""

    units: dict[str, str]
    domains: dict[str, tuple[str, ...]]


class Card:
    """One version, its lists sorted by id, and everything that is found in it once."""

    def __init__(self, scorecard: Json) -> None:
        self.all = scorecard
        self.card: Json = scorecard["card"]
        self.facts, self.bases, self.quantities, self.gates, self.findings, self.tables = (
            by_id(scorecard.get(name) or []) for name in ("facts", "bases", "quantities", "gates", "findings", "tables")
        )
        self.settings: list[Json] = [{**one, "type": "choice"} for one in by_id(scorecard.get("settings", []))]
        self.indicators: list[Json] = scorecard.get("indicators", [])
        self.sections: list[Json] = scorecard.get("sections", [])
        self.records: dict[str, Json] = {one["id"]: one for one in scorecard.get("records", [])}
        staged, ladder = scorecard.get("stages", {}), scorecard.get("ladder", {})
        self.stage_rows, self.stages = staged.get("rows", []), staged.get("stages", [])
        self.ladder_rows: list[Json] = ladder.get("rows", [])
        self.verdicts: Json = scorecard.get("verdicts")
        self.maturity: Json = scorecard.get("maturity")
        self.definitions: dict[str, Json] = {one["id"]: one for one in [*self.settings, *self.facts]}
        stages, grades = ([one["id"] for one in part] for part in (self.stages, ladder.get("grades", [])))
        stages += ["none"] if self.stage_rows and self.stage_rows[-1].get("when") else []
        self.every = {"stage": stages, "grade": [*grades, "none"] if ladder else []}

    def exceptions_to(self, row: Json) -> list[int]:
        """Return the indexes of the exceptions to the grade of a ladder row. An exception itself has none."""
        rows = enumerate([] if row.get("exception") else self.ladder_rows)
        return [place for place, one in rows if one.get("exception") and one["grade"] == row["grade"]]

    def graded(self, outcomes: list[str]) -> list[str]:
        """Return the outcomes of the ladder rows, with exceptions counted as not met."""
        return [NOT_MET if row.get("exception") else one for row, one in zip(self.ladder_rows, outcomes, strict=True)]

    def fields(self, listed: str) -> list[Json]:
        record = self.definitions.get(listed, {}).get("record")
        return list(self.records[record]["fields"]) if record else []

    def sums(self, listed: str) -> list[Json]:
        return [one for one in self.quantities if one["kind"] == "sum" and one["list"] == listed]

    def of_each(self, listed: str) -> list[Json]:
        """Return the quantities computed for each record of a list."""
        return [one for one in self.quantities if owner_of(one) == listed]

    @cached_property
    def section_names(self) -> list[str]:
        """The names of points of sections that grades and findings compare."""
        read = names_in([self.ladder_rows, [one["when"] for one in self.findings]])
        return [name for name in dict.fromkeys(read) if name.startswith("section:")]

    @cached_property
    def names(self) -> Names:
        """The names that conditions outside of all lists see."""
        units = {TOTAL: "point", AS_OF: "", **{one["id"]: one.get("unit", "") for one in self.quantities}}
        units |= dict.fromkeys((*self.section_names, *(one["id"] for one in self.indicators)), "point")
        units |= {f"{one['id']}.{figure}": "%" for one in self.indicators for figure in ("LEVEL", "TREND")}
        conditions = [{"id": one["id"], "type": "flag"} for one in self.quantities if one["kind"] == "condition"]
        words = [{"id": name, "type": "text"} for name in self.giving_words]
        domains = {STAGE: tuple(self.every["stage"])} if self.stages else {}
        return _with(Names(units, domains), [*conditions, *words, *self.settings, *self.facts], self.all)

    @cached_property
    def giving_words(self) -> list[str]:
        """The quantities that return words from tables."""
        return [one["id"] for one in self.quantities if one["kind"] == "table" and one.get("gives") == "word"]

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
        read = [quantity[name] for name in ("list", "of", "each") if quantity.get(name)] + quantity.get("by", [])
        read += names_in([quantity["rows"], quantity.get("otherwise")])
        return [name for name in read if name not in own]

    @cached_property
    def reads(self) -> dict[str, list[str]]:
        """The names that each quantity and criterion reads directly."""
        reads = {one["id"]: self._read_outside(one) for one in self.quantities}
        reads |= {gate["id"]: names_in([gate.get("applies", []), gate["requires"]]) for gate in self.gates}
        for one in self.indicators:
            scale = one["scale"]
            named = names_in([one.get("applies", []), one.get("must", []), scale.get("parts", [])])
            named += [scale[name] for name in ("measure", "across", *RATED) if name in scale]
            if scale["kind"] == "maturity":
                named += names_in([self.maturity.get(f"{kind}_rows", []) for kind in MATURITY])
            reads[one["id"]] = named
        staged = [STAGE] if self.stages else []
        for name in self.section_names:
            reads[name] = [one["id"] for one in self.indicators if one["section"] in sections_in(name)] + staged
        reads[TOTAL] = [one["id"] for one in self.indicators] + staged
        reads |= {STAGE: names_in(self.stage_rows)} if self.stages else {}
        reads[AS_OF] = []
        for rule in self.verdicts["rules"] if self.verdicts else []:
            days = [rule[name] for name in ("first", "last", "warn_from") if name in rule]
            governing = [self.verdicts.get("governed_by", AS_OF)] if days else []
            reads[rule["id"]] = names_in([rule["rows"], days]) + governing
        return reads

    def behind(self, names: Iterable[str]) -> set[str]:
        """Return the facts and settings that names depend on."""
        found, waiting = set[str](), list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.reads.get(name, [])
        return {name for name in found if name not in self.reads}


def owner_of(quantity: Json) -> str | None:
    """Return the list that a quantity is computed for, record by record, if any."""
    owner: str | None = quantity.get("each" if quantity["kind"] == "sum" else "list")
    return owner


def sections_in(name: str) -> list[str]:
    """List the sections that a name adds up."""
    return name.removeprefix("section:").split("+")


def parts_in(part: Json) -> Iterator[Json]:
    """Visit every object inside of a part of a document, the outer ones first."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from parts_in(inner)


def gives_day(quantity: Json) -> bool:
    """Return whether a quantity is a civil date."""
    said = quantity["kind"], quantity.get("gives"), quantity.get("figure")
    return not {"dates", "date", "earliest", "latest"}.isdisjoint(said)


def names_in(part: Json) -> list[str]:
    """List the names that conditions, formulas, keys and dates read."""
    parts = ((one.get("name"), one.get("criterion"), one.get("kind") == "name" and one["id"]) for one in parts_in(part))
    return [name for names in parts for name in names if name]


@cache
def names_within(card: Card, listed: str) -> Names:
    """Return the names visible to conditions about records of a list; the global names if `listed` is empty."""
    rows = [one["rows"] for one in (*card.sums(listed), *card.of_each(listed))]
    return _with(card.names, card.fields(listed), rows)


def _with(names: Names, definitions: list[Json], rules: Json) -> Names:
    """Add definitions, of texts with the words that the rules name."""
    units, domains = dict(names.units), dict(names.domains)
    asked = [clause for clause in parts_in(rules) if clause.get("kind") == "choice" and "values" in clause]
    for one in definitions:
        name, kind = one["id"], one["type"]
        units[name] = one.get("unit", "")
        if kind == "flag":
            domains[name] = YES_NO
        elif kind in {"choice", "choices"}:
            domains[name] = tuple(choice["id"] for choice in one["choices"])
        elif kind == "text":
            words = {word for clause in asked if clause["name"] == name for word in clause["values"]}
            domains[name] = (*sorted(words), OTHER)
    return Names(units, domains)
