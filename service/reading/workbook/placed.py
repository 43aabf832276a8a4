"""Where in its evidence does each fact of a subject stand, as the rows of a table of their own say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.model.definitions import FactType
from service.reading.dossier.other_card import FACT_OF_CARD
from service.reading.dossier.values import key_text
from service.reading.tree.nodes import Mapping, Node, Scalar
from service.reading.workbook import forms
from service.reading.workbook.slots import record_of
from service.reading.workbook.trees import branch, locator_node, told
from service.reading.workbook.vocabulary import choice_ids, folded

if TYPE_CHECKING:
    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Scorecard
    from service.reading.tabular.books import Cell
    from service.reading.tree.fields import Fields
    from service.reading.tree.problems import Place
    from service.reading.workbook.cells import CellReader
    from service.reading.workbook.sheets import Row
    from service.reading.workbook.verified import ListRows

_say = speaker(__name__)

_RECORD, _FIELD, _EVIDENCE = "record", "field", "evidence_id"
_PlacesByEvidence = dict[str, Mapping]


class PlaceReader:
    """Reads the places of one subject; what is wrong is noted where the cells stand."""

    def __init__(self, reader: CellReader, fields: Fields, scorecard: Scorecard, rows: list[Row]) -> None:
        """Read every row."""
        self._reader, self._fields, self._scorecard = reader, fields, scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._facts = choice_ids(scorecard.facts) if rows else {}
        self._of_facts: dict[str, _PlacesByEvidence] = {}
        self._in_records: dict[str, dict[str, dict[str, _PlacesByEvidence]]] = {}
        self._named: dict[tuple[str, str], Place] = {}
        for row in rows:
            self._read(row)

    def put_into(self, definition: FactDefinition, records: ListRows) -> None:
        """Put places to the fields of the records of a list: of those declared, and of those that were put in."""
        wanted, record = self._in_records.get(definition.id, {}), record_of(self._scorecard, definition)
        for nodes in (records.declared, records.verified):
            for number, node in enumerate(nodes):
                said = wanted.pop(key_text(record, node), None)
                if said is not None and isinstance(node, Mapping):
                    located = {id: _with_places(node.entries.get(id), places) for id, places in said.items()}
                    nodes[number] = branch(node.place, {**node.entries, **located}.items())

    def beside(self, definition: FactDefinition, node: Mapping | None) -> Mapping | None:
        """Put the places of a fact as a whole to what is said of it."""
        places = self._of_facts.get(definition.id)
        return node if places is None else _with_places(node, places)

    def left_over(self) -> None:
        """Refuse places in records that no list has."""
        for fact, records in self._in_records.items():
            for key in records:
                path = f"facts[{fact}].places"
                self._fields.problem(
                    self._named[fact, key], path, _say("NO_SUCH_RECORD", found=key[:60]), "UNKNOWN_KEY"
                )

    def _read(self, row: Row) -> None:
        definition = self._fact(row)
        if definition is None:
            return
        path = f"facts[{definition.id}].places"
        within = self._within(definition, row, path)
        named = row.get(_EVIDENCE)
        if named is None:
            self._fields.problem(_begin(row), path, _say("IN_NO_EVIDENCE"), "REQUIRED")
            return
        evidence = self._reader.text(named, path)
        if evidence is None or within is None:
            return
        record, field = within
        if record:
            places = self._in_records.setdefault(definition.id, {}).setdefault(record, {}).setdefault(field, {})
            self._named.setdefault((definition.id, record), row[_RECORD].place)
        else:
            places = self._of_facts.setdefault(definition.id, {})
        path = f"{path}[{evidence.text[:60]}]"
        if evidence.text in places:
            said = _say("PLACE_STANDS_TWICE", there=told(places[evidence.text].place))
            self._fields.problem(named.place, path, said, "REPEATED")
            return
        places[evidence.text] = locator_node(self._reader, row, path, named.place)

    def _fact(self, row: Row) -> FactDefinition | None:
        """Find the fact of a row, by its id or its label in any language."""
        cell = row.get(forms.FACT)
        if cell is None:
            self._fields.problem(_begin(row), forms.FACT, _say("PLACE_OF_NO_FACT"), "REQUIRED")
            return None
        id = self._known(cell, forms.FACT, self._facts, FACT_OF_CARD)
        return None if id is None else self._definitions[id]

    def _within(self, definition: FactDefinition, row: Row, path: str) -> tuple[str, str] | None:
        """Read the key of the record and the id of its field; both are empty where the fact as a whole is meant."""
        record, field = row.get(_RECORD), row.get(_FIELD)
        if record is None and field is None:
            return "", ""
        if definition.type is not FactType.RECORDS:
            for cell in (record, field):
                if cell is not None:
                    self._reader.refuse(cell, path, _say("NOT_A_LIST", fact=definition.id), "WRONG_VALUE")
            return None
        if record is None or field is None:
            self._fields.problem(_begin(row), path, _say("RECORD_AND_FIELD"), "REQUIRED")
            return None
        form = record_of(self._scorecard, definition)
        of_key = next(one for one in form.fields if one.id == form.key)
        key = self._reader.value(of_key, record, path, unit=of_key.unit)
        id = self._known(field, path, choice_ids(form.fields), _say("FIELD_OF_RECORD", record=form.id))
        return (key.text, id) if isinstance(key, Scalar) and id is not None else None

    def _known(self, cell: Cell, path: str, known: dict[str, str], what: str) -> str | None:
        text = self._reader.text(cell, path)
        id = None if text is None else known.get(folded(text.text))
        if text is not None and id is None:
            self._fields.unknown(cell.place, path, text.text, known, what)
        return id


def _with_places(node: Node | None, places: _PlacesByEvidence) -> Mapping:
    """Put places to a fact or a field that is written in full, or of which nothing else is said."""
    entries = node.entries if isinstance(node, Mapping) else {}
    place = next(iter(places.values())).place
    return branch(place if node is None else node.place, [*entries.items(), ("places", branch(place, places.items()))])


def _begin(row: Row) -> Place:
    return next(iter(row.values())).place
