"""How are the sheets of a workbook about many subjects taken as tables?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from service.base.names import parse_organization
from service.reading.tree.fields import Fields
from service.reading.tree.problems import PlacedError
from service.reading.workbook import forms
from service.reading.workbook.cells import CellReader
from service.reading.workbook.chosen import read_chosen
from service.reading.workbook.forms import Layout
from service.reading.workbook.many import MAXIMUM_SUBJECTS, Tables
from service.reading.workbook.one import check_heads, missing_sheets
from service.reading.workbook.sheets import opened
from service.reading.workbook.slots import lists_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rules.model.scorecard import Scorecard
    from service.reading.tree.problems import Problem


@contextmanager
def opened_tables(path: Path, scorecard: Scorecard) -> Iterator[tuple[Tables, tuple[Problem, ...]]]:
    """Open a workbook about many subjects; the notes say what its settings sheet gave reason to say.

    Raises:
        PlacedError: it is no workbook of this scorecard for many subjects, or its settings are wrong.
    """
    with opened(path) as sheets:
        fields = Fields()
        cells = CellReader(fields)
        fields.problems += sheets.problems + missing_sheets(sheets, scorecard, Layout.MANY)
        if forms.SETTINGS in sheets.by_mark:
            check_heads(sheets.by_mark[forms.SETTINGS], forms.SETTING_COLUMNS, ("id", "value"), fields)
        if fields.problems:
            raise PlacedError(fields.problems)
        chosen = read_chosen(sheets.by_mark[forms.SETTINGS], scorecard, cells, fields, names=(forms.ORGANIZATION,))
        organization = ""
        if forms.ORGANIZATION in chosen.named:
            organization, place = chosen.named[forms.ORGANIZATION]
            try:
                parse_organization(organization, field=forms.ORGANIZATION)
            except InputError as error:
                fields.problem(place, forms.ORGANIZATION, error.violations[0].description, error.violations[0].reason)
        if fields.problems:
            raise PlacedError(fields.problems)
        tables = Tables(
            facts=sheets.by_mark[forms.facts_mark(Layout.MANY)],
            records={
                definition.id: sheets.by_mark[forms.records_mark(definition.id)]
                for definition, _ in lists_of(scorecard)
            },
            evidence=sheets.by_mark[forms.EVIDENCE],
            verification=sheets.by_mark.get(forms.VERIFICATION),
            places=sheets.by_mark.get(forms.PLACES),
            organization=organization,
            settings={id: text for id, (text, _) in chosen.settings.items()},
            most=MAXIMUM_SUBJECTS,
        )
        yield tables, tuple(cells.notes)
