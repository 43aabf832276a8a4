"""Which workbook asks for the facts of a scorecard? Each sheet is written by one method, in the order of the tabs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import Workbook

from rules.contracts.inputs import Assurance
from service.reading.workbook import forms
from service.reading.workbook.fact_sheets import (
    write_facts_of_many,
    write_facts_of_one,
    write_places,
    write_verification,
)
from service.reading.workbook.forms import FIRST_ROW, Layout
from service.reading.workbook.kit import DATE_FORMAT, TEXT_FORMAT, Kit
from service.reading.workbook.levels import aspects_of, rules_of_ratings, write_levels
from service.reading.workbook.pages import (
    HEADLINE,
    ChoicesPage,
    add_page,
    fit_rows,
    format_column,
    mark_assessed,
    prepare_print,
    put_text,
    widen,
    write_heads,
)
from service.reading.workbook.slots import Slot, lists_of
from service.reading.workbook.vocabulary import said, shown_choices, shown_kind, words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from rules.model.scorecard import FactDefinition, Scorecard

_OF_MANY = (forms.PLACES, forms.VERIFICATION)
"""The sheets that only a workbook about many subjects has."""


def write_template(scorecard: Scorecard, *, language: str, layout: Layout) -> bytes:
    """Write the workbook that asks for the facts of a scorecard, as the bytes of an XLSX file."""
    template = Template(scorecard, language=language, layout=layout)
    template.write()
    content = io.BytesIO()
    template.book.save(content)
    return content.getvalue()


class Template:
    """A workbook under construction; `pages` holds its sheets by their mark, so that a caller can fill them in."""

    def __init__(self, scorecard: Scorecard, *, language: str, layout: Layout) -> None:
        """Begin with the sheets that others refer to; the order of the tabs is put right at the end."""
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self._scorecard, self._language, self._layout = scorecard, language, layout
        self._words = words(language)
        aspects = aspects_of(scorecard) if rules_of_ratings(scorecard) is not None else {}
        levels = ((forms.LEVELS, self._words["sheets"][forms.LEVELS]),) if aspects else ()
        marks = (
            (forms.READ_ME, self._words["sheets"][forms.READ_ME]),
            (forms.SETTINGS, self._words["sheets"][forms.SETTINGS]),
            *levels,
            (forms.facts_mark(layout), self._words["sheets"]["facts"]),
            *(
                (forms.records_mark(definition.id), said(definition.labels, language, definition.id))
                for definition, _ in lists_of(scorecard)
            ),
            (forms.EVIDENCE, self._words["sheets"][forms.EVIDENCE]),
            *((mark, self._words["sheets"][mark]) for mark in _OF_MANY if layout is Layout.MANY),
        )
        self.pages: dict[str, Worksheet] = {mark: add_page(self.book, title, mark) for mark, title in marks}
        choices = ChoicesPage(self.book, self._words["sheets"][forms.CHOICES], forms.CHOICES)
        self.pages[forms.CHOICES] = choices.page
        self._kit = Kit(scorecard, language, layout, aspects, self.pages, choices)

    def write(self) -> None:
        """Write every sheet."""
        self._read_me()
        self._settings()
        if self._kit.aspects:
            write_levels(self.pages[forms.LEVELS], self._scorecard, self._language)
        if self._layout is Layout.ONE:
            write_facts_of_one(self._kit)
        else:
            write_facts_of_many(self._kit)
            write_verification(self._kit)
            write_places(self._kit)
        for definition, slots in lists_of(self._scorecard):
            self._records(definition, slots)
        self._evidence()
        write_heads(self.pages[forms.CHOICES], (), title=self._words["titles"][forms.CHOICES])
        for mark, page in self.pages.items():
            fit_rows(page)
            prepare_print(page, heads=mark != forms.READ_ME)

    def _read_me(self) -> None:
        page, card, told = self.pages[forms.READ_ME], self._scorecard.card, self._words
        command = "evaluate" if self._layout is Layout.ONE else "evaluate-batch"
        lines = list(told["read-me"]["lines"])
        if self._kit.aspects:
            lines.insert(-1, told["read-me"]["levels"])
            if self._layout is Layout.ONE:
                lines.append(told["read-me"]["assessor"])
        if self._layout is Layout.MANY:
            lines.insert(-1, told["read-me"]["places"])
        levels = self.pages[forms.LEVELS].title if self._kit.aspects else ""
        judged = told["read-me"][f"judged_{self._layout.value}"].format(verification=told["sheets"][forms.VERIFICATION])
        for row, line in enumerate(lines, 2):
            text = line.format(
                levels=levels,
                card=card.id,
                version=card.version,
                title=said(card.titles, self._language, card.id),
                command=f"touchstone {command} {card.id} FILE.xlsx --as-of YYYY-MM-DD",
                none=told["none"],
                not_applicable=told["not_applicable"],
                **{name: self.pages[name].title for name in (forms.SETTINGS, forms.EVIDENCE)},
                facts=self.pages[forms.facts_mark(self._layout)].title,
                judged=judged,
                places=told["sheets"][forms.PLACES],
            )
            put_text(page, row, 1, text, wrap=True)
        page.cell(2, 1).font = HEADLINE
        page.column_dimensions["A"].width = 80

    def _settings(self) -> None:
        page, card, told = self.pages[forms.SETTINGS], self._scorecard.card, self._words
        self._kit.heads(page, [(id, told["columns"][id]) for id in forms.SETTING_COLUMNS], "settings", ("value",), 2)
        put_text(page, FIRST_ROW, 3, f"{card.id}@{card.version}")
        name = forms.SUBJECT if self._layout is Layout.ONE else forms.ORGANIZATION
        rows = [
            (forms.SCORECARD, told["columns"][forms.SCORECARD], said(card.titles, self._language, card.id)),
            (name, told["columns"][name], told["allowed"][name].format()),
        ]
        if self._kit.aspects and self._layout is Layout.ONE:
            rows.append((forms.ASSESSOR, told["columns"][forms.ASSESSOR], told["allowed"][forms.ASSESSOR]))
        for setting in self._scorecard.settings:
            shown = shown_choices(setting.choices, self._language)
            default = "by_default" if setting.default else "left_open"
            allowed = (
                told["allowed"]["setting"].format(choices=told["comma"].join(shown.values())),
                told["allowed"][default].format(choice=shown.get(setting.default or "")),
            )
            id = f"{forms.SETTING_PREFIX}{setting.id}"
            self._kit.drop_down(page, 3, id, tuple(shown.values()), row=FIRST_ROW + len(rows))
            rows.append((id, said(setting.labels, self._language, setting.id), self._words["joint"].join(allowed)))
        for row, (id, label, allowed_text) in enumerate(rows, FIRST_ROW):
            for column, text in ((1, id), (2, label), (4, allowed_text)):
                put_text(page, row, column, text, wrap=True)
                widen(page, column, text, most=60)
            page.cell(row, 3).number_format = TEXT_FORMAT
        page.column_dimensions["C"].width = 50

    def _records(self, definition: FactDefinition, slots: tuple[Slot, ...]) -> None:
        page = self.pages[forms.records_mark(definition.id)]
        heads = [(slot.id, slot.heading(self._language)) for slot in slots]
        many = self._layout is Layout.MANY
        if many:
            heads.insert(0, (forms.SUBJECT, self._words["columns"][forms.SUBJECT]))
            self._kit.subject_column(page)
        told, column = self._words, len(heads) + 1
        heads.append((forms.LIST_ROW, told["columns"]["verification_row"]))
        write_heads(page, heads, title=self._title("records", definition), frozen=1 + many)
        self._kit.slot_columns(page, slots, 1 + many)
        mark_assessed(page, (column,), "")
        judged = forms.VERIFICATION if many else forms.facts_mark(Layout.ONE)
        allowed = told["allowed"]["list_row"].format(**told["list_rows"], sheet=self.pages[judged].title)
        self._kit.drop_down(page, column, "list_rows", tuple(told["list_rows"].values()), said=allowed)

    def _evidence(self) -> None:
        page, told = self.pages[forms.EVIDENCE], self._words
        columns: tuple[str, ...] = forms.EVIDENCE_COLUMNS
        if self._layout is Layout.MANY:
            columns = (forms.SUBJECT, "evidence_id", "facts", *columns[1:])
            self._kit.subject_column(page)
        self._kit.heads(page, [(id, told["columns"][id]) for id in columns], "evidence", None, 1)
        kinds = {shown_kind(kind, self._language): None for fact in self._asked() for kind in fact.evidence}
        offered = {"kind": tuple(kinds), "assurance": tuple(told["assurance"][word.value] for word in Assurance)}
        for column, id in enumerate(columns, 1):
            format_column(page, column, DATE_FORMAT if id.endswith(("_date", "_from", "_until")) else TEXT_FORMAT)
            if id in offered:
                self._kit.drop_down(page, column, f"evidence.{id}", offered[id])

    def _asked(self) -> list[FactDefinition]:
        fields = [field for record in self._scorecard.records for field in record.fields]
        return [*self._scorecard.facts, *fields]

    def _title(self, key: str, definition: FactDefinition) -> str:
        label = said(definition.labels, self._language, definition.id)
        title: str = self._words["titles"][key].format(words=label)
        return title
