"""How do the parts that were read become one frozen scorecard, with the labels of its language?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rules.contracts.inputs import Frozen
from rules.language.productions import SHARED_RULES
from rules.model.scorecard import Choice, FactType, Ladder, Scorecard, Stages, Verdicts

if TYPE_CHECKING:
    from rules.language.draft import Draft
    from rules.language.names import Item, Named, Registry
    from rules.model.scorecard import FactDefinition, RecordType, Setting

Definition = TypeVar("Definition", bound=Frozen)


def assemble(draft: Draft) -> Scorecard | None:
    """Put a scorecard together; the draft must be free of errors."""
    if draft.card is None:
        return None
    grades = tuple(_choice(draft, draft.grades, id) for id in draft.grades.items)
    scorecard = Scorecard(
        card=draft.card,
        bases=tuple(draft.basis_rows.values()),
        settings=tuple(_setting(draft, setting) for setting in draft.setting_rows.values()),
        tables=tuple(draft.tables.items.values()) or None,
        records=tuple(_record(draft, record) for record in draft.record_types.values()),
        facts=tuple(_fact(draft, fact, draft.values) for fact in draft.facts.values()),
        reference_case=tuple(draft.case.values()),
        quantities=tuple(
            _labelled(draft, draft.values, id, draft.quantities[id])
            for id in draft.values.items
            if id in draft.quantities
        ),
        applies=draft.applies,
        gates=tuple(_labelled(draft, draft.criteria, one.id, one) for one in draft.gates.values()),
        sections=tuple(_labelled(draft, draft.sections, one.id, one) for one in draft.section_rows.values()),
        indicators=tuple(
            _labelled(draft, draft.criteria, one.id, one.model_copy(update={"scale": draft.scales[one.id]}))
            for one in draft.indicators.values()
        ),
        stages=_stages(draft),
        tracks=draft.tracks,
        ladder=Ladder(grades=grades, rows=tuple(draft.ladder)) if draft.ladder else None,
        verdicts=_verdicts(draft),
        findings=tuple(_labelled(draft, draft.findings, one.id, one) for one in draft.finding_rows.values()),
        results=tuple(_labelled(draft, draft.results, one.id, one) for one in draft.result_rows.values()),
        record_results=tuple(
            _labelled(draft, draft.record_results, one.id, one) for one in draft.record_result_rows.values()
        )
        or None,
    )
    return scorecard.model_copy(update={kind: stated(draft) for kind, stated in SHARED_RULES.items()})


def _stages(draft: Draft) -> Stages | None:
    if not draft.stage_rows:
        return None
    stages = tuple(_labelled(draft, draft.stages, one.id, one) for one in draft.stage_definitions.values())
    return Stages(stages=stages, rows=tuple(draft.stage_rows))


def _verdicts(draft: Draft) -> Verdicts | None:
    if draft.verdicts is None:
        return None
    rules = tuple(
        _labelled(draft, draft.rules, one.id, one.model_copy(update={"remedy": draft.remedies.get(one.id, {})}))
        for one in draft.verdict_rules.values()
    )
    return draft.verdicts.model_copy(update={"rules": rules})


def _labelled(draft: Draft, registry: Registry[Item], id: str, definition: Definition) -> Definition:
    return definition.model_copy(update={"labels": draft.labels(registry, id)})


def _choice(draft: Draft, registry: Registry[str], id: str) -> Choice:
    return Choice(id=id, labels=draft.labels(registry, id))


def _setting(draft: Draft, setting: Setting) -> Setting:
    choices = _choices(draft, draft.values, setting.id)
    return _labelled(draft, draft.values, setting.id, setting.model_copy(update={"choices": choices}))


def _choices(draft: Draft, registry: Registry[Named], id: str) -> tuple[Choice, ...]:
    choices = registry.items[id].choices
    return () if choices is None else tuple(_choice(draft, choices, one) for one in choices.items)


def _fact(draft: Draft, fact: FactDefinition, registry: Registry[Named]) -> FactDefinition:
    chosen = fact.type in (FactType.CHOICE, FactType.CHOICES)
    choices = _choices(draft, registry, fact.id) if chosen else ()
    return _labelled(draft, registry, fact.id, fact.model_copy(update={"choices": choices}))


def _record(draft: Draft, record: RecordType) -> RecordType:
    fields = draft.records.items[record.id].fields
    labelled = tuple(_fact(draft, field, fields) for field in record.fields)
    return _labelled(draft, draft.records, record.id, record.model_copy(update={"fields": labelled}))
