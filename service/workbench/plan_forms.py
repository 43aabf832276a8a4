"""Form of a plan: the goal, and measures in rows. The form contains everything, because nothing is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import NO_GRADE, InputError, Violation, message_factory
from rules.model import NamedCondition
from service.base.whole_numbers import parse_whole_number
from service.cases.dossiers import format_value
from service.input.dossier.values import number_and_unit
from service.workbench.page import read_message
from service.workbench.titles import titles
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.model import Scorecard
    from service.planning.measure_texts import MeasureTexts
    from service.workbench.page import PageRequest
    from service.workbench.pages.dossier import FactPrompt

    _Localize = Callable[[str], str]

_message = message_factory(__name__)

MAX_ROWS = 500
MAX_FIELDS = 12 * MAX_ROWS
CURRENCY = "CNY"
FIELDS = (
    "measure_name", "how", "change", "once", "yearly", "lead_days", "earliest_date", "measure_group",
)  # fmt: skip
_EDITABLE = frozenset({"number", "flag", "choice", "choices", "date", "text"})
_HOW = {"number": ("amount", "share", "value", "document"), "choices": ("added", "value", "document")}
_OTHER_HOW = ("value", "document")
_RANGE = re.compile(r"(.*[^\s–—~～至-])\s*(?:[–—~～至-]|\bto\b|…)\s*([^\s–—~～至-].*)")
_THOUSANDS = re.compile(r"\d{1,3}([,，]\d{3})+(\.\d+)?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_PATH = re.compile(r"(?:^|\.)measures\[(\d+)\](.*)", re.ASCII)
_COLUMNS = {
    "cost_once": "once", "cost_per_year": "yearly", "lead_days": "lead_days", "earliest_date": "earliest_date",
    "group": "measure_group", "effects": "change", "name": "measure_name",
}  # fmt: skip
_GOAL_FIELDS = {
    "kind": "goal",
    "grade": "goal",
    "figure": "goal",
    "budget": "budget",
    "date": "goal_date",
    "years": "years",
}
_FIGURES = {"highest": plan_pb2.PLAN_GOAL_KIND_HIGHEST, "lowest": plan_pb2.PLAN_GOAL_KIND_LOWEST}
_EVERY, _GATES = "every", "gates"
_WHOLE = {_EVERY: plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE, _GATES: plan_pb2.PLAN_GOAL_KIND_ALL_GATES}
_MAX_YEARS = 50


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Row of the form: the measure as read before, and the typed fields."""

    number: int
    base: plan_pb2.Measure
    typed: Mapping[str, Sequence[str]]
    prompt: FactPrompt | None
    """The changed fact; None if the change can only be edited in a file."""
    change: str
    """The change in plain words."""
    conditions: str

    @property
    def title(self) -> str:
        return self.name or self.base.id

    @property
    def name(self) -> str:
        """The typed name on one line."""
        return " ".join(self.text("measure_name").split())

    @property
    def written(self) -> str:
        return MessageToJson(self.base, indent=None, preserving_proto_field_name=True)

    @property
    def hows(self) -> Sequence[str]:
        return () if self.prompt is None else _HOW.get(self.prompt.kind, _OTHER_HOW)

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        return () if self.prompt is None else self.prompt.choices

    def text(self, name: str) -> str:
        return next(iter(self.typed.get(name, ())), "")

    @property
    def counts(self) -> bool:
        """Whether the measure has a cost, so that a plan can contain it."""
        return bool(self.text("once") or self.text("yearly")) or _has_cost(self.base.range)


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


# --- rows -------------------------------------------------------------------------------------------------------------


def rows_of(
    measures: Sequence[plan_pb2.Measure], prompts: Mapping[str, FactPrompt], texts: MeasureTexts
) -> list[MeasureRow]:
    """Return the rows of measures that were read or proposed."""
    return [_row(number, measure, None, prompts, texts) for number, measure in enumerate(measures[:MAX_ROWS])]


def clear_absent_costs(measures: Sequence[plan_pb2.Measure]) -> int:
    """Remove costs of zero from proposals and files, so that no measure is free by mistake; return their number."""
    count = 0
    for measure in measures:
        costs = (measure.cost_once, measure.cost_per_year, measure.range.cost_once, measure.range.cost_per_year)
        if not any(_is_positive(cost) for cost in costs):
            measure.ClearField("cost_once")
            measure.ClearField("cost_per_year")
            count += 1
    return count


def _is_positive(cost: plan_pb2.CostRange) -> bool:
    return any(amount.strip("0.") for amount in (cost.least, cost.most))


def typed_rows(page_request: PageRequest, prompts: Mapping[str, FactPrompt], texts: MeasureTexts) -> list[MeasureRow]:
    """Return the rows of the form, as typed; raise InputError if a hidden field is malformed."""
    rows: list[MeasureRow] = []
    for number in range(MAX_ROWS):
        written = page_request.typed(f"measure-{number}")
        if not written:
            break
        measure = plan_pb2.Measure()
        try:
            read_message(written, measure)
        except ValueError:
            raise InputError.of("", _message("MEASURES_UNREADABLE"), "MALFORMED") from None
        typed = {name: page_request.values.get(f"{name}-{number}", ()) for name in FIELDS}
        rows.append(_row(number, measure, typed, prompts, texts))
    return rows


def new_row(
    rows: Sequence[MeasureRow], fact: str, prompts: Mapping[str, FactPrompt], texts: MeasureTexts
) -> MeasureRow:
    """Return an empty row that changes a fact."""
    ids = {row.base.id for row in rows}
    id = next(name for number in range(1, MAX_ROWS + 2) if (name := f"own-{number}") not in ids)
    measure = plan_pb2.Measure(id=id, name=prompts[fact].title, effects=[plan_pb2.FactEffect(fact_id=fact)])
    return _row(len(rows), measure, None, prompts, texts)


def renumbered(rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    """Return rows with consecutive numbers."""
    return [replace(row, number=number) for number, row in enumerate(rows)]


def addable_facts(prompts: Mapping[str, FactPrompt]) -> list[tuple[str, str]]:
    """Return the facts that a new row can change, with titles."""
    return sorted(
        ((id, prompt.title) for id, prompt in prompts.items() if prompt.kind in _EDITABLE), key=lambda pair: pair[1]
    )


def _row(
    number: int,
    measure: plan_pb2.Measure,
    typed: Mapping[str, Sequence[str]] | None,
    prompts: Mapping[str, FactPrompt],
    texts: MeasureTexts,
) -> MeasureRow:
    prompt = _editable_prompt(measure, prompts)
    typed = _field_values(measure, prompt) if typed is None else typed
    return MeasureRow(number, measure, typed, prompt, texts.changes(measure), texts.conditions(measure))


def _editable_prompt(measure: plan_pb2.Measure, prompts: Mapping[str, FactPrompt]) -> FactPrompt | None:
    if len(measure.effects) != 1:
        return None
    prompt = prompts.get(measure.effects[0].fact_id)
    return prompt if prompt is not None and prompt.kind in _EDITABLE else None


def _field_values(measure: plan_pb2.Measure, prompt: FactPrompt | None) -> dict[str, Sequence[str]]:
    effect = measure.effects[0] if prompt is not None else plan_pb2.FactEffect()
    kind = effect.WhichOneof("effect") or ""
    return {
        "measure_name": [measure.name or measure.id],
        "how": [kind] if kind else [],
        "change": _change_texts(effect, kind, prompt),
        "once": [_cost_text(measure, "cost_once")],
        "yearly": [_cost_text(measure, "cost_per_year")],
        "lead_days": [str(measure.lead_days)],
        "earliest_date": [measure.earliest_date],
        "measure_group": [measure.group],
    }


def _change_texts(effect: plan_pb2.FactEffect, kind: str, prompt: FactPrompt | None) -> list[str]:
    match kind:
        case "amount" | "share":
            unit = effect.unit if prompt is not None and effect.unit != prompt.unit else ""
            return [f"{getattr(effect, kind)} {unit}".strip()]
        case "value" | "added":
            value = getattr(effect, kind)
            if value.WhichOneof("kind") == "choices":
                return list(value.choices.values)
            if value.WhichOneof("kind") == "flag":
                return [str(value.flag).lower()]
            if value.WhichOneof("kind") == "number" and prompt is not None and value.unit == prompt.unit:
                return [value.number]
            return [format_value(value)]
        case _:
            return []


def _cost_text(measure: plan_pb2.Measure, name: str) -> str:
    if not measure.HasField(name):
        return ""
    cost = getattr(measure, name)
    other = measure.cost_once if name == "cost_per_year" else measure.cost_per_year
    if not _is_positive(cost) and _is_positive(other):
        return ""
    least = cost.least or "0"
    return least if cost.most in ("", least) else f"{least} – {cost.most}"


def _has_cost(levels: plan_pb2.LevelRange) -> bool:
    return _is_positive(levels.cost_once) or _is_positive(levels.cost_per_year)


# --- messages ---------------------------------------------------------------------------------------------------------


def measure_list(form: PlanForm, *, with_all: bool = False) -> plan_pb2.MeasureList:
    """Return the measures as typed: those with a cost, or all for a file; raise InputError with all problems."""
    violations: list[Violation] = []
    listed = plan_pb2.MeasureList(currency=form.currency)
    for row in form.rows:
        if with_all or row.counts:
            listed.measures.append(_read_row(row, violations))
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


def _read_row(row: MeasureRow, violations: list[Violation]) -> plan_pb2.Measure:
    measure = plan_pb2.Measure()
    measure.CopyFrom(row.base)
    measure.name, measure.group = row.name, row.text("measure_group").strip()
    measure.earliest_date = row.text("earliest_date").strip()
    days = parse_whole_number(row.text("lead_days").strip() or "0", most=36_500)
    if days is None:
        message = _message("NO_DAYS", found=row.text("lead_days")[:20])
        violations.append(Violation(f"lead_days-{row.number}", message, "MALFORMED"))
    measure.lead_days = days or 0
    for name, column in (("cost_once", "once"), ("cost_per_year", "yearly")):
        measure.ClearField(name)
        if text := row.text(column).strip():
            cost = _read_cost(text)
            if not (_NUMBER.fullmatch(cost.least) and _NUMBER.fullmatch(cost.most)):
                message = _message("NO_COST_AMOUNT", found=text[:30])
                violations.append(Violation(f"{column}-{row.number}", message, "MALFORMED"))
            getattr(measure, name).CopyFrom(cost)
    if row.prompt is not None:
        _read_change(row, measure.effects[0], violations)
    return measure


def _read_cost(text: str) -> plan_pb2.CostRange:
    least, most = (matched[1], matched[2]) if (matched := _RANGE.fullmatch(text)) else (text, "")
    cost = plan_pb2.CostRange(least=_plain_number(least), most=_plain_number(most))
    return cost if most else plan_pb2.CostRange(least=cost.least, most=cost.least)


def _plain_number(text: str) -> str:
    text = text.strip()
    return text.replace(",", "").replace("，", "") if _THOUSANDS.fullmatch(text) else text


def _read_change(row: MeasureRow, effect: plan_pb2.FactEffect, violations: list[Violation]) -> None:
    prompt, how = row.prompt, row.text("how")
    assert prompt is not None  # noqa: S101 -- the caller checks it
    texts = [text.strip() for text in row.typed.get("change", ()) if text.strip()]
    effect.CopyFrom(plan_pb2.FactEffect(fact_id=effect.fact_id))
    if how == "document":
        effect.document = True
        return
    if how not in row.hows:
        violations.append(Violation(f"how-{row.number}", _message("NO_HOW"), "REQUIRED"))
        return
    if not texts:
        violations.append(Violation(f"change-{row.number}", _message("NO_CHANGE"), "REQUIRED"))
        return
    if how in ("amount", "share"):
        number, unit = number_and_unit(_plain_number(texts[0]))
        setattr(effect, how, number.removeprefix("+"))
        if how == "amount":
            effect.unit = unit or ""
        return
    value = getattr(effect, how)
    match prompt.kind:
        case "number":
            number, unit = number_and_unit(_plain_number(texts[0]))
            value.number, value.unit = number, unit or prompt.unit
        case "flag":
            value.flag = texts[0] == "true"
        case "choices":
            value.choices.values.extend(dict.fromkeys(texts))
        case _:
            setattr(value, prompt.kind, texts[0])


# --- goal -------------------------------------------------------------------------------------------------------------


def goal_choices(card: Scorecard, language: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the goals of a scorecard: its grades, best first, then all of them, then its figures."""
    known = titles(card, language)
    graded = card.grades or card.stage_definitions
    names = [grade.id for grade in graded if grade.id != NO_GRADE]
    choices = [(f"grade:{id}", words["goal_grade"].format(grade=known.get(id, id))) for id in names]
    if names:
        choices.append((_EVERY, words["goal_every"]))
    if card.ladder is not None:
        choices.append(("highest:", words["goal_points"]))
    elif card.gates and not names:
        choices.append((_GATES, words["goal_gates"]))
    for figure, title in _figures(card, language).items():
        choices += [(f"{kind}:{figure}", words[f"goal_{kind}"].format(figure=title)) for kind in _FIGURES]
    return choices


def _figures(card: Scorecard, language: str) -> dict[str, str]:
    """Return the quantities that are results and can be a goal, with the titles of the results."""
    numbers = {
        quantity.id
        for quantity in card.quantities
        if quantity.owner is None and not quantity.is_date and not isinstance(quantity, NamedCondition)
    }
    return {result.name: result.labels.get(language) or result.id for result in card.results if result.name in numbers}


def next_goal(card: Scorecard, grade: str) -> str:
    """Return the goal of the grade after a present one; all grades if the present one is unknown or the best."""
    ids = [each.id for each in card.grades if each.id != NO_GRADE]
    if not ids:
        return _EVERY if card.stage_definitions or not card.gates else _GATES
    if grade == NO_GRADE:
        return f"grade:{ids[-1]}"
    index = ids.index(grade) if grade in ids else 0
    return f"grade:{ids[index - 1]}" if index else _EVERY


def read_goal(form: PlanForm, known: Sequence[str]) -> plan_pb2.PlanGoal:
    """Return the goal as typed; raise InputError with all problems."""
    violations = []
    if form.goal not in known:
        violations.append(Violation("goal", _message("NO_GOAL"), "REQUIRED"))
    years = parse_whole_number(form.years or "1", least=1, most=_MAX_YEARS)
    if years is None:
        violations.append(Violation("years", _message("NO_YEARS", found=form.years[:20], most=_MAX_YEARS), "MALFORMED"))
    if not form.date:
        violations.append(Violation("goal_date", _message("NO_DATE"), "REQUIRED"))
    kind, _, name = form.goal.partition(":")
    if form.budget and kind not in _FIGURES:
        violations.append(Violation("budget", _message("BUDGET_WITHOUT_FIGURE"), "NOT_WANTED"))
    if violations:
        raise InputError(tuple(violations))
    goal = plan_pb2.PlanGoal(date=form.date, years=years or 1)
    if kind in _FIGURES:
        goal.kind, goal.figure, goal.budget = _FIGURES[kind], name, read_budget(form.budget)
    elif form.goal in _WHOLE:
        goal.kind = _WHOLE[form.goal]
    else:
        goal.kind, goal.grade = plan_pb2.PLAN_GOAL_KIND_GRADE, name
    return goal


def read_budget(text: str) -> str:
    """Return a typed amount without separators of thousands."""
    return _plain_number(text)


# --- problems ---------------------------------------------------------------------------------------------------------


def at_form_field(violation: Violation, form: PlanForm, localize: _Localize, row_word: str) -> Violation:
    """Return a violation of the request at its form field, with the number and name of its row."""
    name, _, number = violation.field.rpartition("-")
    row = next((row for index, row in enumerate(form.rows) if number == str(index)), None)
    if name in FIELDS and row is not None:
        return _in_row(violation, row, name, localize, row_word)
    if (matched := _PATH.search(violation.field)) is not None:
        counted = [row for row in form.rows if row.counts]
        index = int(matched[1])
        if index < len(counted):
            parts = re.findall(r"[a-z_]+", matched[2])
            column = next((_COLUMNS[part] for part in parts if part in _COLUMNS), "measure_name")
            return _in_row(violation, counted[index], column, localize, row_word)
    last = re.sub(r"\[[^\]]*\]", "", violation.field).rpartition(".")[2]
    if violation.field.rpartition(".")[0].endswith("goal") and last in _GOAL_FIELDS:
        return replace(violation, field=_GOAL_FIELDS[last])
    if last == "currency":
        return replace(violation, field="currency")
    if violation.field in {"", "file", "goal", "budget", "goal_date", "years", "measures"}:
        return violation
    return replace(violation, field="", description=f"{violation.field}: {localize(violation.description)}")


def _in_row(violation: Violation, row: MeasureRow, column: str, localize: _Localize, row_word: str) -> Violation:
    label = row_word.format(number=row.number + 1, name=row.title)
    field_name = f"{column}-{row.number}"
    if column in ("change", "how") and row.prompt is None:
        field_name = f"measure_name-{row.number}"
    return replace(violation, field=field_name, description=f"{label} {localize(violation.description)}")
