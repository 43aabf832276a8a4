"""What does the settings sheet say: about whom, for which scorecard, and how the rules are read?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.tree.problems import Place, Problem
from service.reading.workbook import forms
from service.reading.workbook.cells import told_choices
from service.reading.workbook.vocabulary import choice_ids

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard
    from service.reading.tabular.books import Cell
    from service.reading.tree.fields import Fields
    from service.reading.workbook.cells import CellReader
    from service.reading.workbook.sheets import Sheet

_say = speaker(__name__)


@dataclass(slots=True)
class Chosen:
    """The values of the settings sheet, each with its place."""

    named: dict[str, tuple[str, Place]] = field(default_factory=dict)
    settings: dict[str, tuple[str, Place]] = field(default_factory=dict)


def read_chosen(
    sheet: Sheet, scorecard: Scorecard, reader: CellReader, fields: Fields, *, names: tuple[str, ...]
) -> Chosen:
    """Read the rows; `names` are the ids of the rows that say who is assessed, and by whom."""
    chosen = Chosen()
    settings = {f"{forms.SETTING_PREFIX}{setting.id}": setting for setting in scorecard.settings}
    known = (forms.SCORECARD, *names, *settings)
    seen: dict[str, Place] = {}
    for row in sheet.rows():
        id, cell = row_id(row, fields, known, seen, what=_say("SETTING")), row.get("value")
        if id is None or cell is None:
            continue
        if id in settings:
            choices = settings[id].choices
            read = reader.sound(cell, id) and reader.chosen(choice_ids(choices), cell, id, told_choices(choices))
            if read:
                chosen.settings[settings[id].id] = (read.text, cell.place)
        elif (text := reader.text(cell, id)) is not None:
            chosen.named[id] = (text.text.strip(), cell.place)
    _check_scorecard(chosen, scorecard, reader, fields)
    return chosen


def row_id(
    row: dict[str, Cell], fields: Fields, known: tuple[str, ...], seen: dict[str, Place], *, what: str
) -> str | None:
    """Read the id of a row; a row in which only words for people are left says nothing."""
    cell = row.get("id")
    if cell is None:
        filling = ("value", "evidence", *forms.VERIFICATION_COLUMNS, *forms.PLACE_COLUMNS)
        filled = next((row[name] for name in filling if name in row), None)
        if filled is not None:
            fields.problem(filled.place, "", _say("ROW_WITHOUT_ID", what=what), "REQUIRED")
        return None
    id = str(cell.value).strip()
    if id not in known:
        fields.unknown(cell.place, id[:60], id, known, what)
        return None
    if id in seen:
        fields.problem(cell.place, id, _say("STANDS_TWICE", there=seen[id].cell), "REPEATED")
        return None
    seen[id] = cell.place
    return id


def _check_scorecard(chosen: Chosen, scorecard: Scorecard, reader: CellReader, fields: Fields) -> None:
    card = scorecard.card
    written, place = chosen.named.get(forms.SCORECARD, ("", Place(0, 0)))
    id, _, version = written.partition("@")
    if id and id != card.id:
        description = _say("OTHER_CARD", found=id[:60], card=card.id)
        fields.problem(place, forms.SCORECARD, description, "WRONG_VALUE")
    elif version and version != card.version:
        description = _say("OTHER_VERSION", found=version[:20], version=card.version)
        reader.notes.append(Problem(place, forms.SCORECARD, description, "OTHER_VERSION"))
