"""Rows of measures in a form: as read before, and as typed. Unchanged fields keep their exact content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, Violation, message_factory
from service.base.whole_numbers import parse_whole_number
from service.input.dossier.values import number_and_unit
from service.planning.plan_messages import check_size
from service.workbench.page import read_message
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest
    from service.workbench.pages.dossier import FactPrompt

_message = message_factory(__name__)

MAX_ROWS = 500
MAX_EFFECTS = 5_000
"""Limit for all measures together; more effects take seconds to render."""
COLUMNS = ("measure_name", "once", "yearly", "lead_days", "earliest_date", "measure_group")
LEVELS = ("level_least", "level_most", "level_step", "level_once", "level_yearly")
RELATIONS = ("requires", "excludes")
DETAILS = ("add_effect", *LEVELS, *RELATIONS)
"""Fields of the open row only, because each row could require any other one."""
_HOW = {"number": ("amount", "share", "value", "document"), "choices": ("added", "value", "document")}
_OTHER_HOW = ("value", "document")
_RANGE = re.compile(r"(.*[^\s–—~～至-])\s*(?:[–—~～至-]|\bto\b|…)\s*([^\s–—~～至-].*)")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,，]\d{3})+(\.\d+)?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COSTS = ("cost_once", "cost_per_year")


@dataclass(frozen=True, slots=True)
class EffectRow:
    """Effect of a measure in the form: as read before, and as typed."""

    base: plan_pb2.FactEffect
    how: str
    change: Sequence[str]
    prompt: FactPrompt | None
    """The changed fact; None if the scorecard lacks it."""

    @property
    def kind(self) -> str:
        return "" if self.prompt is None else self.prompt.kind

    @property
    def title(self) -> str:
        return self.base.fact_id if self.prompt is None else self.prompt.title

    @property
    def hows(self) -> Sequence[str]:
        """Kinds of change that can be chosen; records are as in the file, or get documents."""
        if self.prompt is None:
            return ()
        hows = _HOW.get(self.kind, _OTHER_HOW)
        if self.kind == "records":
            hows = (*(how for how in ("value", "added") if self.base.HasField(how)), "document")
        return (*hows, "not_applicable") if self.prompt.may_not_apply else hows

    @property
    def text(self) -> str:
        return next(iter(self.change), "")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Row of the form: the measure as read before, and the typed fields.

    The fields of the range and the relations are in `base`, because a row that is not open does not show them.
    """

    number: int
    base: plan_pb2.Measure
    typed: Mapping[str, Sequence[str]]
    effects: Sequence[EffectRow]
    is_open: bool = False

    @property
    def title(self) -> str:
        return self.name or self.base.id

    @property
    def name(self) -> str:
        """The typed name on one line."""
        return " ".join(self.text("measure_name").split())

    @property
    def written(self) -> str:
        return _written(self.base)

    @property
    def levels(self) -> Mapping[str, str]:
        return _level_texts(self.base)

    @property
    def relations(self) -> Mapping[str, Sequence[str]]:
        return {name: getattr(self.base, name) for name in RELATIONS}

    @property
    def detail_fields(self) -> Sequence[str]:
        return [f"{name}-{self.number}" for name in DETAILS]

    @property
    def counts(self) -> bool:
        """Whether the measure has a cost, so that a plan can contain it."""
        return bool(self.text("once") or self.text("yearly")) or _has_cost(self.base.range)

    def text(self, name: str) -> str:
        return next(iter(self.typed.get(name, ())), "")

    def with_effects(self, effects: Sequence[EffectRow]) -> MeasureRow:
        base = plan_pb2.Measure()
        base.CopyFrom(self.base)
        base.ClearField("effects")
        base.effects.extend(effect.base for effect in effects)
        return replace(self, base=base, effects=effects)


def rows_of(measures: Sequence[plan_pb2.Measure], prompts: Mapping[str, FactPrompt]) -> list[MeasureRow]:
    """Return the rows of measures that were read or proposed; raise InputError if they have too many effects."""
    if sum(len(measure.effects) for measure in measures) > MAX_EFFECTS:
        raise _too_many_effects("file")
    return [
        MeasureRow(
            number, measure, _column_texts(measure), [_effect_row(effect, prompts) for effect in measure.effects]
        )
        for number, measure in enumerate(measures[:MAX_ROWS])
    ]


def clear_absent_costs(measures: Sequence[plan_pb2.Measure]) -> int:
    """Remove costs of zero from proposals and files, so that no measure is free by mistake; return their number."""
    cleared = 0
    for measure in measures:
        costs = (measure.cost_once, measure.cost_per_year, measure.range.cost_once, measure.range.cost_per_year)
        if not any(_is_positive(cost) for cost in costs):
            measure.ClearField("cost_once")
            measure.ClearField("cost_per_year")
            cleared += 1
    return cleared


def _is_positive(cost: plan_pb2.CostRange) -> bool:
    return any(amount.strip("0.") for amount in (cost.least, cost.most))


def hidden_measures(listed: plan_pb2.MeasureList) -> dict[str, list[str]]:
    """Return the hidden fields of measures with their currency."""
    written = {f"measure-{number}": [_written(measure)] for number, measure in enumerate(listed.measures)}
    return {"currency": [listed.currency], **written}


def _written(measure: plan_pb2.Measure) -> str:
    return MessageToJson(measure, indent=None, preserving_proto_field_name=True)


def sent_measures(page_request: PageRequest) -> plan_pb2.MeasureList:
    """Return the measures in the hidden fields; raise InputError if one is malformed."""
    listed = plan_pb2.MeasureList(currency=page_request.typed("currency"))
    try:
        for number in range(MAX_ROWS):
            if not (written := page_request.typed(f"measure-{number}")):
                break
            read_message(written, listed.measures.add())
    except ValueError:
        raise _unreadable() from None
    problems: list[Violation] = []
    check_size(listed, problems)
    if problems or sum(len(measure.effects) for measure in listed.measures) > MAX_EFFECTS:
        raise _unreadable()
    return listed


def typed_rows(page_request: PageRequest, prompts: Mapping[str, FactPrompt]) -> list[MeasureRow]:
    """Return the rows of the form, as typed; raise InputError if a hidden field is malformed."""
    values, rows = page_request.values, list[MeasureRow]()
    for number, measure in enumerate(sent_measures(page_request).measures):
        is_open = page_request.typed("open") == str(number)
        if is_open:
            _set_details(measure, {name: values.get(f"{name}-{number}", ()) for name in DETAILS})
        effects = [
            replace(
                _effect_row(effect, prompts), how=page_request.typed(f"how-{number}-{index}"),
                change=values.get(f"change-{number}-{index}", ()),
            )
            for index, effect in enumerate(measure.effects)
        ]  # fmt: skip
        typed = {name: values.get(f"{name}-{number}", ()) for name in COLUMNS}
        rows.append(MeasureRow(number, measure, typed, effects, is_open))
    return rows


def _unreadable() -> InputError:
    return InputError.of("", _message("MEASURES_UNREADABLE"), "MALFORMED")


def _too_many_effects(field: str) -> InputError:
    return InputError.of(field, _message("TOO_MANY_CHANGES", most=MAX_EFFECTS), "TOO_MANY")


def edited_rows(
    rows: Sequence[MeasureRow], action: str, fact: str, prompts: Mapping[str, FactPrompt]
) -> Sequence[MeasureRow]:
    """Return the rows after an action: `add`, `remove:ROW`, `add_effect:ROW` and `remove_effect:ROW-EFFECT`.

    Raises:
        InputError: If no fact is chosen, or if there are too many rows or effects.
    """
    name, _, place = action.partition(":")
    number, _, index = place.partition("-")
    field = f"add_effect-{number}" if number else "add_fact"
    if name.startswith("add") and sum(len(row.effects) for row in rows) >= MAX_EFFECTS:
        raise _too_many_effects(field)
    if name == "add":
        return [*rows, _new_row(rows, _effect_of(fact, field, prompts))]
    if name == "remove":
        return [replace(row, number=at) for at, row in enumerate(row for row in rows if str(row.number) != number)]
    row = next((row for row in rows if str(row.number) == number), None)
    if row is None or name not in ("add_effect", "remove_effect"):
        return rows
    if name == "add_effect":
        effects = [*row.effects, _effect_of(fact, field, prompts)]
    else:
        effects = [effect for at, effect in enumerate(row.effects) if str(at) != index]
    return [row.with_effects(effects) if other is row else other for other in rows]


def _new_row(rows: Sequence[MeasureRow], effect: EffectRow) -> MeasureRow:
    if len(rows) >= MAX_ROWS:
        raise InputError.of("add_fact", _message("TOO_MANY_MEASURE_ROWS", most=MAX_ROWS), "TOO_MANY")
    used = {id for row in rows for id in (row.base.id, *row.base.requires, *row.base.excludes)}
    id = next(name for number in count(1) if (name := f"own-{number}") not in used)
    measure = plan_pb2.Measure(id=id, name=effect.title, effects=[effect.base])
    return MeasureRow(len(rows), measure, _column_texts(measure), [effect])


def _effect_of(fact: str, field: str, prompts: Mapping[str, FactPrompt]) -> EffectRow:
    """Return an effect without a change yet, of a fact that was chosen in a field."""
    if fact not in dict(changeable_facts(prompts)):
        raise InputError.of(field, _message("NO_CHANGED_FACT"), "REQUIRED")
    return _effect_row(plan_pb2.FactEffect(fact_id=fact), prompts)


def changeable_facts(prompts: Mapping[str, FactPrompt]) -> list[tuple[str, str]]:
    """Return the facts that a measure can change, with titles; records can only get documents."""
    facts = [
        (id, prompt.title)
        for id, prompt in prompts.items()
        if prompt.kind != "records" or any(field.evidence_kinds for field in (prompt, *prompt.fields.values()))
    ]
    return sorted(facts, key=lambda pair: pair[1])


def _effect_row(effect: plan_pb2.FactEffect, prompts: Mapping[str, FactPrompt]) -> EffectRow:
    prompt = prompts.get(effect.fact_id)
    return EffectRow(effect, *_effect_texts(effect, prompt), prompt)


def _column_texts(measure: plan_pb2.Measure) -> dict[str, Sequence[str]]:
    return {
        "measure_name": [measure.name or measure.id],
        "once": [_cost_text(measure, "cost_once")],
        "yearly": [_cost_text(measure, "cost_per_year")],
        "lead_days": [str(measure.lead_days)],
        "earliest_date": [measure.earliest_date],
        "measure_group": [measure.group],
    }


def _effect_texts(effect: plan_pb2.FactEffect, prompt: FactPrompt | None) -> tuple[str, list[str]]:
    """Return the kind of an effect and its change, as texts of the form."""
    kind, unit = effect.WhichOneof("effect") or "", "" if prompt is None else prompt.unit
    if kind in ("amount", "share"):
        return kind, [f"{getattr(effect, kind)} {effect.unit if effect.unit != unit else ''}".strip()]
    if kind not in ("value", "added"):
        return kind, []
    value = getattr(effect, kind)
    match value.WhichOneof("kind"):
        case "not_applicable":
            return "not_applicable", []
        case "records":
            return kind, []
        case "choices":
            return kind, list(value.choices.values)
        case "flag":
            return kind, [str(value.flag).lower()]
        case "number":
            return kind, [f"{value.number} {value.unit if value.unit != unit else ''}".strip()]
        case "period":
            return kind, [f"{value.period.first_date} – {value.period.last_date}"]
        case single:
            return kind, [getattr(value, single)] if single else []


def _set_details(measure: plan_pb2.Measure, typed: Mapping[str, Sequence[str]]) -> None:
    """Set the range and the relations of a measure as typed; unchanged fields remain exactly as they are."""
    for name in RELATIONS:
        if set(typed[name]) != set(getattr(measure, name)):
            measure.ClearField(name)
            getattr(measure, name).extend(dict.fromkeys(typed[name]))
    texts = {name: "".join(typed[name][:1]).strip() for name in LEVELS}
    if not any(texts.values()):
        measure.ClearField("range")
        return
    levels = measure.range
    for name, level in (("least", "level_least"), ("most", "level_most"), ("step", "level_step")):
        setattr(levels, name, plain_number(texts[level]))
    levels.SetInParent()
    _set_costs(levels, texts["level_once"], texts["level_yearly"])


def _level_texts(measure: plan_pb2.Measure) -> dict[str, str]:
    levels = measure.range
    texts = (levels.least, levels.most, levels.step, *(_cost_text(levels, name) for name in _COSTS))
    return dict(zip(LEVELS, texts, strict=True))


def _cost_text(owner: plan_pb2.Measure | plan_pb2.LevelRange, name: str) -> str:
    if not owner.HasField(name):
        return ""
    cost = getattr(owner, name)
    other = owner.cost_once if name == "cost_per_year" else owner.cost_per_year
    if not _is_positive(cost) and _is_positive(other):
        return ""
    least = cost.least or "0"
    return least if cost.most in ("", least) else f"{least} – {cost.most}"


def _has_cost(levels: plan_pb2.LevelRange) -> bool:
    return _is_positive(levels.cost_once) or _is_positive(levels.cost_per_year)


def read_row(row: MeasureRow, violations: list[Violation]) -> plan_pb2.Measure:
    """Return a measure as typed; unchanged fields remain exactly as they are."""
    measure = plan_pb2.Measure()
    measure.CopyFrom(row.base)
    shown = _column_texts(row.base)
    changed = {name: row.text(name).strip() for name in COLUMNS if [row.text(name)] != shown[name]}
    if "measure_name" in changed:
        measure.name = row.name
    if "measure_group" in changed:
        measure.group = changed["measure_group"]
    if "earliest_date" in changed:
        measure.earliest_date = changed["earliest_date"]
    days = parse_whole_number(row.text("lead_days").strip() or "0", most=36_500)
    if days is None:
        message = _message("NO_DAYS", found=row.text("lead_days")[:20])
        violations.append(Violation(f"lead_days-{row.number}", message, "MALFORMED"))
    measure.lead_days = days or 0
    _set_costs(measure, row.text("once").strip(), row.text("yearly").strip())
    _check_costs(measure, ("once", "yearly"), row.number, violations)
    if measure.HasField("range") and not measure.range.most:
        violations.append(Violation(f"level_most-{row.number}", _message("NO_HIGHEST_LEVEL"), "REQUIRED"))
    _check_costs(measure.range, ("level_once", "level_yearly"), row.number, violations)
    measure.ClearField("effects")
    measure.effects.extend(
        _read_effect(effect, f"{row.number}-{index}", violations) for index, effect in enumerate(row.effects)
    )
    return measure


def _set_costs(owner: plan_pb2.Measure | plan_pb2.LevelRange, once: str, yearly: str) -> None:
    shown = [_cost_text(owner, name) for name in _COSTS]
    for name, text, before in zip(_COSTS, (once, yearly), shown, strict=True):
        if text == before:
            continue
        owner.ClearField(name)
        if text:
            getattr(owner, name).CopyFrom(_read_cost(text))


def _check_costs(
    owner: plan_pb2.Measure | plan_pb2.LevelRange, columns: Sequence[str], number: int, violations: list[Violation]
) -> None:
    for name, column in zip(_COSTS, columns, strict=True):
        cost = getattr(owner, name)
        if not all(map(_NUMBER.fullmatch, filter(None, (cost.least, cost.most)))):
            message = _message("NO_COST_AMOUNT", found=_cost_text(owner, name)[:30])
            violations.append(Violation(f"{column}-{number}", message, "MALFORMED"))


def _read_cost(text: str) -> plan_pb2.CostRange:
    least, most = (matched[1], matched[2]) if (matched := _RANGE.fullmatch(text)) else (text, "")
    cost = plan_pb2.CostRange(least=plain_number(least), most=plain_number(most))
    return cost if most else plan_pb2.CostRange(least=cost.least, most=cost.least)


def plain_number(text: str) -> str:
    """Return a typed number without separators of thousands."""
    text = text.strip()
    return text.replace(",", "").replace("，", "") if _THOUSANDS.fullmatch(text) else text


def _read_effect(effect: EffectRow, place: str, violations: list[Violation]) -> plan_pb2.FactEffect:
    shown, shown_texts = _effect_texts(effect.base, effect.prompt)
    texts = [text.strip() for text in effect.change if text.strip()]
    if effect.prompt is None or (shown and effect.how == shown and sorted(texts) == sorted(shown_texts)):
        return effect.base
    read = plan_pb2.FactEffect(fact_id=effect.base.fact_id)
    if effect.how not in effect.hows:
        violations.append(Violation(f"how-{place}", _message("NO_HOW"), "REQUIRED"))
    elif effect.how == "document":
        read.document = True
    elif effect.how == "not_applicable":
        read.value.not_applicable = True
    elif effect.kind == "records":
        return effect.base
    elif not texts:
        violations.append(Violation(f"change-{place}", _message("NO_CHANGE"), "REQUIRED"))
    else:
        _set_change(read, effect.how, effect.prompt, texts)
    return read


def _set_change(effect: plan_pb2.FactEffect, how: str, prompt: FactPrompt, texts: Sequence[str]) -> None:
    if how in ("amount", "share"):
        number, unit = number_and_unit(texts[0])
        setattr(effect, how, plain_number(number).removeprefix("+"))
        if how == "amount":
            effect.unit = unit or ""
        return
    value = getattr(effect, how)
    match prompt.kind:
        case "number":
            number, unit = number_and_unit(texts[0])
            value.number, value.unit = plain_number(number), unit or prompt.unit
        case "flag":
            value.flag = texts[0] == "true"
        case "choices":
            value.choices.values.extend(dict.fromkeys(texts))
        case "period":
            dates = _DATE.findall(texts[0])
            value.period.first_date, value.period.last_date = dates if len(dates) == 2 else (texts[0], "")
        case _:
            setattr(value, prompt.kind, texts[0])
