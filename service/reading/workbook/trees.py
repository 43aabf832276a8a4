"""How do the cells of one subject become the tree of a dossier, whatever table they stand in?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance
from rules.contracts.messages import LANGUAGES, speaker
from rules.model.definitions import FactType
from service.reading.dossier.other_card import FACT_OF_CARD
from service.reading.tree.nodes import Mapping, Node, Scalar, Sequence
from service.reading.tree.problems import Place
from service.reading.workbook.cells import is_reserved, not_applicable
from service.reading.workbook.forms import PLACE_COLUMNS
from service.reading.workbook.slots import EVIDENCE, FIRST, LAST
from service.reading.workbook.vocabulary import folded, kind_of, unit_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence as AnySequence

    from rules.model.definitions import FactDefinition, RecordType
    from service.reading.tabular.books import Cell
    from service.reading.tree.fields import Fields
    from service.reading.workbook.cells import CellReader
    from service.reading.workbook.sheets import Row

_say = speaker(__name__)

_DAYS = ("issue_date", "valid_from", "valid_until")
_IN_EVIDENCE = "evidence_"
_LOCATOR = ("uri", "page", "cell", "quote")
_ASSURANCE = {
    folded(word): assurance.value
    for assurance in Assurance
    for word in (assurance.value, *(words(language)["assurance"][assurance.value] for language in LANGUAGES))
}


def branch(place: Place, parts: Iterable[tuple[str, Node | None]]) -> Mapping:
    """Put nodes under their keys; what is None is left out."""
    entries = {key: node for key, node in parts if node is not None}
    return Mapping(place, entries, {key: node.place for key, node in entries.items()})


def fact_node(  # noqa: PLR0913 -- a fact with all that stands beside it
    reader: CellReader,
    definition: FactDefinition,
    row: Row,
    *,
    unit: Cell | None = None,
    evidence: Node | None = None,
    path: str = "",
) -> Mapping | None:
    """Read a fact or a field of a record from its cells in a row; None if nothing stands there.

    The unit is that of the scorecard, which heads the column, unless a cell of its own gives one.
    """
    path = path or f"facts[{definition.id}]"
    whole = row.get(definition.id) or row.get(f"{definition.id}.{FIRST}") or row.get(f"{definition.id}.{LAST}")
    if whole is None:
        return None
    if is_reserved(whole, "not_applicable"):
        node = not_applicable(whole)
        return node if evidence is None else branch(whole.place, [*node.entries.items(), ("evidence", evidence)])
    unit_text = definition.unit if unit is None else unit_of(str(unit.value).strip())
    if definition.type is FactType.PERIOD:
        ends = ((end, row.get(f"{definition.id}.{end}")) for end in (FIRST, LAST))
        value: Node | None = branch(
            whole.place, ((end, None if cell is None else reader.day(cell, path)) for end, cell in ends)
        )
    else:
        value = reader.value(definition, whole, path, unit=unit_text)
    wanted = definition.type is FactType.NUMBER and value is not None
    unit_node = Scalar(whole.place if unit is None else unit.place, unit_text, plain=False) if wanted else None
    if not (definition.unit or unit_text):
        unit_node = None
    return branch(whole.place, (("value", value), ("unit", unit_node), ("evidence", evidence)))


def record_node(reader: CellReader, fact: str, record: RecordType, row: Row) -> Mapping:
    """Read one record of a list from its row."""
    key = row.get(record.key)
    path = f"facts[{fact}].records[{'' if key is None else str(key.value)[:80]}]"
    parts: list[tuple[str, Node | None]] = []
    for definition in record.fields:
        field = f"{path}.{definition.id}"
        cited = row.get(f"{definition.id}.{EVIDENCE}")
        evidence = None if cited is None else reader.names(cited, f"{field}.evidence")
        parts.append((definition.id, fact_node(reader, definition, row, evidence=evidence, path=field)))
    return branch(_place(row), parts)


def evidence_node(reader: CellReader, fields: Fields, rows: AnySequence[Row]) -> Mapping | None:
    """Read the evidence items of one subject, each from its row."""
    if not rows:
        return None
    items: dict[str, Node] = {}
    places: dict[str, Place] = {}
    for row in rows:
        place = _place(row)
        named = row.get("evidence_id")
        id = None if named is None else reader.text(named, "evidence")
        if id is None:
            if named is None:
                fields.problem(place, "evidence", _say("EVIDENCE_ID_MISSING"), "REQUIRED")
            continue
        key = id.text.strip()
        if key in places:
            there = told(places[key])
            description = _say("EVIDENCE_TWICE", found=key[:60], there=there)
            fields.problem(id.place, f"evidence[{key[:60]}]", description, "REPEATED")
            continue
        places[key] = id.place
        items[key] = _item(reader, row, f"evidence[{key[:60]}]", place)
    return Mapping(_place(rows[0]), items, places)


def place_node(reader: CellReader, fields: Fields, row: Row, cited: Sequence | None, path: str) -> Mapping | None:
    """Read where in its evidence the fact of a row stands; None if the row does not say."""
    parts = [(id.removeprefix(_IN_EVIDENCE), _text(reader, row.get(id), f"{path}.places.{id}")) for id in PLACE_COLUMNS]
    said = [node for _, node in parts if node is not None]
    if not said:
        return None
    names = [one.text for one in cited.items if isinstance(one, Scalar)] if cited is not None else []
    if len(names) != 1:
        fields.problem(said[0].place, f"{path}.places", _say("PLACE_OF_ONE", count=len(names)), "WRONG_VALUE")
        return None
    return branch(said[0].place, [(names[0], branch(said[0].place, parts))])


def cited(reader: CellReader, fields: Fields, rows: Iterable[Row], known: dict[str, str]) -> dict[str, Sequence]:
    """Say which evidence each fact rests on, as the evidence rows of one subject name the facts."""
    found: dict[str, Sequence] = {}
    for row in rows:
        id, facts = row.get("evidence_id"), row.get("facts")
        if facts is None or id is None:
            continue
        for name in reader.names(facts, "evidence").items:
            fact = known.get(folded(name.text)) if isinstance(name, Scalar) else None
            if fact is None and isinstance(name, Scalar):
                fields.unknown(facts.place, "evidence", name.text, known, FACT_OF_CARD)
            elif fact is not None:
                citing = Scalar(facts.place, str(id.value).strip(), plain=False)
                found.setdefault(fact, Sequence(facts.place)).items.append(citing)
    return found


def _item(reader: CellReader, row: Row, path: str, place: Place) -> Mapping:
    parts: list[tuple[str, Node | None]] = []
    kind = _text(reader, row.get("kind"), f"{path}.kind")
    parts.append(("kind", None if kind is None else Scalar(kind.place, kind_of(kind.text), plain=False)))
    for name in ("issuer", "digest"):
        parts.append((name, _text(reader, row.get(name), f"{path}.{name}")))
    for name in _DAYS:
        cell = row.get(name)
        parts.append((name, None if cell is None else reader.day(cell, f"{path}.{name}")))
    assurance = row.get("assurance")
    if assurance is not None and reader.sound(assurance, f"{path}.assurance"):
        allowed = [word.value for word in Assurance]
        parts.append(("assurance", reader.chosen(_ASSURANCE, assurance, f"{path}.assurance", allowed)))
    locator = locator_node(reader, row, f"{path}.locator", place)
    parts.append(("locator", locator if locator.entries else None))
    return branch(place, parts)


def locator_node(reader: CellReader, row: Row, path: str, place: Place) -> Mapping:
    """Read a place in a document from its cells: where it is, page, cell, words quoted; empty if none is filled in."""
    return branch(place, ((name, _text(reader, row.get(name), f"{path}.{name}")) for name in _LOCATOR))


def _text(reader: CellReader, cell: Cell | None, path: str) -> Scalar | None:
    if cell is None:
        return None
    text = reader.text(cell, path)
    return None if text is None else Scalar(text.place, text.text.strip(), plain=False)


def _place(row: Row) -> Place:
    return next(iter(row.values())).place


def told(place: Place) -> str:
    """Name a place in a sentence."""
    where = place.cell if place.sheet else Place(place.line, 0).cell
    return _say("OF_FILE", place=where, file=place.file) if place.file else where
