"""What do the card table, the bases and the settings say, and in which words are choices shown?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from rules.contracts.numbers import RoundingMode
from rules.language import names
from rules.language.dates import type_word
from rules.language.export_rows import Written
from rules.language.names import Named, Registry
from rules.language.tables import break_names, read_table
from rules.model.scorecard import (
    AttestationKind,
    Basis,
    Card,
    Certainty,
    Choice,
    FactType,
    NotApplicablePolicy,
    Rounding,
    Setting,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.text import Text

_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")
_MAXIMUM_PLACES = 12
_OPTIONAL = frozenset({"supersedes", "last_date", "compare", "not_assessed"})


def read_card(draft: Draft, definition: Definition) -> None:
    """Read the card table, one row for each thing it says."""
    table = read_table(definition.step, "card", draft.words, draft.report)
    if table is None:
        return
    words = draft.words.words["card"]
    values: dict[str, Text] = {}
    not_assessed: list[Text] = []
    for row in table:
        field, value = row.need("field"), row.need("value")
        key = draft.cells.word(field, "card") if field else None
        if field is None or value is None or key is None:
            continue
        if key == "not_assessed":
            draft.put(f"card.not_assessed[{len(not_assessed)}]", value)
            not_assessed.append(value)
        elif key in values:
            place = names.show_place(values[key].place)
            draft.report.add("RL014", field, id=field.text, place=place)
        else:
            values[key] = value
            draft.put(_card_path(key), value)
    given = {draft.words.words["card"].read(row.cells["field"].text) for row in table}
    missing = [key for key in words.by_key if key not in _OPTIONAL and key not in given]
    for key in missing:
        draft.report.add("RL006", definition.step.sentence, "row", field=words.write(key))
    if "id" in values:
        definition.subjects.append(values["id"].text)
    complete = all(key in values for key in words.by_key if key not in _OPTIONAL)
    draft.card = _card(draft, values, tuple(not_assessed)) if complete else None


def _card_path(key: str) -> str:
    return {"title": "card.titles", "subject": "card.subject_kind", "compare": "card.compare_rounded"}.get(
        key, f"card.{key}"
    )


def _card(draft: Draft, values: Mapping[str, Text], not_assessed: tuple[Text, ...]) -> Card | None:
    cells = draft.cells
    card_id = cells.id(values["id"], names.CARD_ID)
    version = read_version(draft, values["version"])
    subject_kind = cells.id(values["subject"], names.SUBJECT_ID)
    attestation = cells.word(values["attestation"], "attestations")
    time_zone = _time_zone(draft, values["time_zone"])
    first_date = cells.date(values["first_date"])
    rounding = _rounding(draft, values["rounding"])
    policy = cells.word(values["not_applicable"], "policies")
    compare = cells.word(values["compare"], "comparisons") if "compare" in values else None
    last_date = cells.date(values["last_date"]) if "last_date" in values else None
    supersedes = read_version(draft, values["supersedes"]) if "supersedes" in values else None
    if card_id is None or version is None or subject_kind is None or attestation is None or time_zone is None:
        return None
    if first_date is None or rounding is None or policy is None:
        return None
    return Card(
        id=card_id,
        version=version,
        supersedes=supersedes,
        titles=draft.words_for(values["title"]),
        subject_kind=subject_kind,
        attestation=AttestationKind(attestation),
        time_zone=time_zone,
        first_date=first_date,
        last_date=last_date,
        rounding=rounding,
        compare_rounded=compare == "rounded",
        not_applicable=NotApplicablePolicy(policy),
        not_assessed=tuple(draft.words_for(text) for text in not_assessed),
    )


def read_version(draft: Draft, text: Text) -> str | None:
    """Read a version of three numbers."""
    plain = draft.marks.plain(text)
    if _VERSION.fullmatch(plain.text):
        return plain.text
    draft.report.add("RL022", plain, "version", text=plain.text)
    return None


def _time_zone(draft: Draft, text: Text) -> str | None:
    if text.text in _zones():
        return text.text
    draft.report.add("RL022", text, "zone", text=text.text)
    return None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _rounding(draft: Draft, text: Text) -> Rounding | None:
    plain = draft.marks.plain(text)
    pattern = draft.words.forms["rounding"]
    for parse in pattern.parses(plain.text):
        mode = draft.cells.word(plain.part(*parse["mode"]), "roundings")
        places = draft.cells.whole(plain.part(*parse["places"]), low=0, high=_MAXIMUM_PLACES)
        return None if mode is None or places is None else Rounding(places=places, mode=RoundingMode(mode))
    modes = (draft.words.words["roundings"].write(mode) for mode in RoundingMode)
    draft.cells.not_a_word(plain, tuple(pattern.write(mode=mode, places="2") for mode in modes))
    return None


def read_bases(draft: Draft, definition: Definition) -> None:
    """Read the instruments and clauses that rules rest on."""
    for row in read_table(definition.step, "bases", draft.words, draft.report) or ():
        basis, instrument, clause = row.need("basis"), row.need("instrument"), row.need("clause")
        certainty_cell = row.need("certainty")
        certainty = draft.cells.word(certainty_cell, "certainties") if certainty_cell else None
        if basis is None or not draft.bases.declare(basis, basis.text):
            continue
        definition.subjects.append(basis.text)
        path = f"bases[{basis.text}]"
        draft.put(path, basis)
        for column in ("instrument", "clause", "certainty", "note"):
            draft.put(f"{path}.{column}", row.get(column))
        if instrument and clause and certainty:
            draft.basis_rows[basis.text] = Basis(
                id=basis.text,
                instrument=instrument.text,
                clause=clause.text,
                certainty=Certainty(certainty),
                note=draft.words_for(row.get("note")),
            )


def read_settings(draft: Draft, definition: Definition) -> None:
    """Read the declared choices of reading."""
    for row in read_table(definition.step, "settings", draft.words, draft.report) or ():
        setting, listed = row.need("setting"), row.need("choices")
        if setting is None or listed is None:
            continue
        choices = declare_choices(draft, listed)
        named = Named(setting.text, "setting", FactType.CHOICE, choices=choices)
        if not draft.values.declare(setting, named):
            continue
        definition.subjects.append(setting.text)
        path = f"settings[{setting.text}]"
        draft.put(path, setting)
        draft.put(f"{path}.choices", listed)
        draft.put(f"{path}.default", row.get("default"))
        draft.put(f"{path}.meaning", row.get("meaning"))
        draft.put(f"{path}.labels", row.get("label"))
        if (label := row.get("label")) is not None:
            draft.values.label(setting.text, label)
        draft.setting_rows[setting.text] = Setting(
            id=setting.text,
            choices=tuple(Choice(id=choice) for choice in choices.items),
            default=_default(draft, row.get("default"), setting.text, choices),
            meaning=draft.words_for(row.get("meaning")),
        )


def _default(draft: Draft, cell: Text | None, name: str, choices: Registry[str]) -> str | None:
    if cell is None:
        return None
    if choices.find(cell.text) is None:
        shown = draft.words.separator.join(choices.items)
        draft.report.add_unknown("RL017", cell, choices.words, value=cell.text, name=name, choices=shown)
    return choices.id_of(cell.text)


def declare_choices(draft: Draft, listed: Text) -> Registry[str]:
    """Declare the ids of a list of choices."""
    choices = draft.choice_registry()
    for part in draft.cells.items(listed):
        choices.declare(part, part.text)
    return choices


def read_choice_words(draft: Draft, definition: Definition) -> None:
    """Read the words in which the choices of a fact, field or setting are shown."""
    name = draft.choose(definition, "name")["name"]
    owners = _owners(draft, name)
    table = read_table(definition.step, "choices", draft.words, draft.report)
    if table is None:
        return
    if not owners:
        break_names(definition.step, draft.report)
        return
    definition.subjects.extend(owners)
    for row in table:
        value, words = row.need("value"), row.need("words")
        if value is None or words is None:
            continue
        having = [choices for choices in owners.values() if value.text in choices.items]
        if not having:
            known = next(iter(owners.values()))
            shown = draft.words.separator.join(known.items)
            draft.report.add_unknown("RL017", value, known.items, value=value.text, name=name.text, choices=shown)
        for choices in having:
            choices.label(value.text, words)


def _owners(draft: Draft, name: Text) -> Mapping[str, Registry[str]]:
    """Find whose choices a name means: a fact or setting, or else the fields of that name in all record types."""
    named = draft.values.find(name.text)
    if draft.refuse_stage(name):
        return {}
    found = {named.id: named} if named else {}
    if named is None:
        for record in draft.records.items.values():
            field = record.fields.find(name.text)
            if field is not None:
                found[f"{field.id}"] = field
    if not found:
        known = [*draft.values.words, *(word for one in draft.records.items.values() for word in one.fields.words)]
        tables = draft.words.separator.join(draft.words.sentences[key].shown for key in ("facts", "settings"))
        draft.report.add_unknown("RL011", name, known, name=name.text, tables=tables)
        return {}
    owners = {id: one.choices for id, one in found.items() if one.choices is not None}
    if not owners:
        kinds = draft.words.words["types"]
        draft.report.add(
            "RL016", name, "expected", name=name.text, wanted=kinds.write("choice"),
            type=type_word(draft.cells, next(iter(found.values())).type),
        )  # fmt: skip
    return owners


def write_bases(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the bases."""
    bases = {one.id: one for one in render.scorecard.bases}
    certainties = render.words.words["certainties"]
    return Written(
        {},
        [
            {
                "basis": basis.id,
                "instrument": basis.instrument,
                "clause": basis.clause,
                "certainty": certainties.write(basis.certainty),
                "note": render.own(basis.note),
            }
            for basis in (bases[id] for id in place.ids)
        ],
    )


def write_settings(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the settings."""
    return Written(
        {},
        [
            {
                "setting": setting.id,
                "label": render.own(setting.labels),
                "choices": render.listed(choice.id for choice in setting.choices),
                "default": setting.default or "",
                "meaning": render.own(setting.meaning),
            }
            for setting in (render.names.settings[id] for id in place.ids)
        ],
    )
