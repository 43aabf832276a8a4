"""Form of a plan: the goal, and measures in rows. The form contains everything, because nothing is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.workbench.measure_rows import COLUMNS, DETAILS, MAX_EFFECTS, MAX_ROWS, MeasureRow, read_row
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    _Localize = Callable[[str], str]

_message = message_factory(__name__)

MAX_FIELDS = 12 * MAX_ROWS + 3 * MAX_EFFECTS
CURRENCY = "CNY"
FIELDS = (*COLUMNS, *DETAILS, "how", "change")
_PATH = re.compile(r"(?:^|\.)measures\[(\d+)\](.*)", re.ASCII)
_EFFECT = re.compile(r"\.effects\[(\d+)\]", re.ASCII)
_COLUMNS = {
    "cost_once": "once", "cost_per_year": "yearly", "lead_days": "lead_days", "earliest_date": "earliest_date",
    "group": "measure_group", "effects": "add_effect", "requires": "requires", "excludes": "excludes",
}  # fmt: skip
_LEVEL_COLUMNS = {
    "least": "level_least",
    "step": "level_step",
    "cost_once": "level_once",
    "cost_per_year": "level_yearly",
}
_GOAL_FIELDS = {
    "kind": "goal",
    "grade": "goal",
    "figure": "goal",
    "budget": "budget",
    "date": "goal_date",
    "years": "years",
}


@dataclass(frozen=True)
class PlanForm:
    """Typed goal and rows."""

    rows: Sequence[MeasureRow]
    goal: str
    budget: str
    date: str
    years: str
    currency: str
    notes: Sequence[str] = ()

    @property
    def counted(self) -> int:
        return sum(row.counts for row in self.rows)

    def others(self, row: MeasureRow, relation: str, removed: str) -> list[tuple[str, str, str]]:
        """Return the measures that a row can require or exclude, with titles and ids; also removed ones."""
        titles = {other.base.id: other.title for other in self.rows if other is not row}
        return [(id, title, id) for id, title in titles.items()] + [
            (id, removed, id) for id in row.relations[relation] if id not in titles
        ]

    def opened(self, number: str) -> PlanForm:
        """Return the form with one open row; none if the number is empty."""
        return replace(self, rows=[replace(row, is_open=str(row.number) == number) for row in self.rows])


def measure_list(form: PlanForm, *, with_all: bool = False) -> plan_pb2.MeasureList:
    """Return the measures as typed: those with a cost, or all for a file; raise InputError with all problems."""
    violations: list[Violation] = []
    listed = plan_pb2.MeasureList(currency=form.currency)
    absent = {} if with_all else {row.base.id: row.title for row in form.rows if not row.counts}
    for row in form.rows:
        if not with_all and not row.counts:
            continue
        listed.measures.append(read_row(row, violations))
        for title in filter(None, map(absent.get, row.base.requires)):
            message = _message("REQUIRED_WITHOUT_COST", measure=title[:80])
            violations.append(Violation(f"requires-{row.number}", message, "REQUIRED"))
    _remove_absent(listed)
    if violations:
        raise InputError(tuple(violations))
    if not listed.measures and not with_all:
        raise InputError.of("measures", _message("NO_COST_TYPED"), "REQUIRED")
    return listed


def _remove_absent(listed: plan_pb2.MeasureList) -> None:
    """Remove relations to proposals without a cost, which are not in the list."""
    ids = {measure.id for measure in listed.measures}
    for measure in listed.measures:
        excluded = [id for id in measure.excludes if id in ids]
        del measure.excludes[:]
        measure.excludes.extend(excluded)


def at_form_field(
    violation: Violation, form: PlanForm, localize: _Localize, row_word: str, *, with_all: bool = False
) -> Violation:
    """Return a violation of the request at its form field, with the number and name of its row.

    The request contains the rows with a cost, or all of them.
    """
    name, _, place = violation.field.partition("-")
    number = place.partition("-")[0]
    row = next((row for row in form.rows if number == str(row.number)), None)
    if name in FIELDS and row is not None:
        return _in_row(violation, row, violation.field, localize, row_word)
    if (matched := _PATH.search(violation.field)) is not None:
        sent = [row for row in form.rows if with_all or row.counts]
        if int(matched[1]) < len(sent):
            row = sent[int(matched[1])]
            return _in_row(violation, row, _row_field(row, matched[2]), localize, row_word)
    last = re.sub(r"\[[^\]]*\]", "", violation.field).rpartition(".")[2]
    if violation.field.rpartition(".")[0].endswith("goal") and last in _GOAL_FIELDS:
        return replace(violation, field=_GOAL_FIELDS[last])
    if last == "currency":
        return replace(violation, field="currency")
    if violation.field in {"", "file", "goal", "budget", "goal_date", "years", "measures"}:
        return violation
    return replace(violation, field="", description=f"{violation.field}: {localize(violation.description)}")


def _row_field(row: MeasureRow, path: str) -> str:
    """Return the form field of a path in a measure, such as `.effects[1].amount` or `.range.most`."""
    if (effect := _EFFECT.match(path)) is not None and int(effect[1]) < len(row.effects):
        return f"change-{row.number}-{effect[1]}"
    parts = re.findall(r"[a-z_]+", path)
    columns, other = (_LEVEL_COLUMNS, "level_most") if "range" in parts else (_COLUMNS, "measure_name")
    return f"{next((columns[part] for part in parts if part in columns), other)}-{row.number}"


def _in_row(violation: Violation, row: MeasureRow, field: str, localize: _Localize, row_word: str) -> Violation:
    label = row_word.format(number=row.number + 1, name=row.title)
    return replace(violation, field=field, description=f"{label} {localize(violation.description)}")
