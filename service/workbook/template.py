"""Which workbook asks for the facts of a scorecard? Each sheet is written by one method, in the order of the tabs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from rules.contracts.inputs import Assurance
from rules.model.definitions import FactType
from service.workbook import forms
from service.workbook.allowed import Described, allowed_words, listed_words, validation
from service.workbook.forms import FIRST_ROW, Layout
from service.workbook.levels import PERCENT, aspects_of, level_formula, write_levels
from service.workbook.pages import (
    ChoicesPage,
    add_page,
    format_column,
    put_text,
    validate,
    widen,
    write_heads,
)
from service.workbook.slots import EVIDENCE, Slot, lists_of, slots_of
from service.workbook.vocabulary import said, shown_choices, words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from rules.model.scorecard import FactDefinition, Scorecard

_DESCRIBED = "described"
_RATING_HEADS = {id: id if id == "rationale" else f"place_{id}" for id in forms.RATING_COLUMNS}
_DATE_FORMAT = "yyyy-mm-dd"
_TEXT_FORMAT = "@"


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
        self._aspects = aspects_of(scorecard) if scorecard.maturity is not None else {}
        levels = ((forms.LEVELS, self._words["sheets"][forms.LEVELS]),) if self._aspects else ()
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
        )
        self.pages: dict[str, Worksheet] = {mark: add_page(self.book, title, mark) for mark, title in marks}
        self._choices = ChoicesPage(self.book, self._words["sheets"][forms.CHOICES], forms.CHOICES)
        self.pages[forms.CHOICES] = self._choices.page

    def write(self) -> None:
        """Write every sheet."""
        self._read_me()
        self._settings()
        if self._aspects:
            write_levels(self.pages[forms.LEVELS], self._scorecard, self._language)
        if self._layout is Layout.ONE:
            self._facts_of_one()
        else:
            self._facts_of_many()
        for definition, slots in lists_of(self._scorecard):
            self._records(definition, slots)
        self._evidence()
        write_heads(self._choices.page, (), title=self._words["titles"][forms.CHOICES])

    def _read_me(self) -> None:
        page, card, told = self.pages[forms.READ_ME], self._scorecard.card, self._words
        command = "evaluate" if self._layout is Layout.ONE else "evaluate-batch"
        lines = list(told["read-me"]["lines"])
        if self._aspects:
            lines.insert(-1, told["read-me"]["levels"])
            if self._layout is Layout.ONE:
                lines.append(told["read-me"]["assessor"])
        levels = self.pages[forms.LEVELS].title if self._aspects else ""
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
            )
            put_text(page, row, 1, text, wrap=True)
        page.column_dimensions["A"].width = 110

    def _settings(self) -> None:
        page, card, told = self.pages[forms.SETTINGS], self._scorecard.card, self._words
        self._heads(page, [(id, told["columns"][id]) for id in forms.SETTING_COLUMNS], "settings", ("value",), 2)
        put_text(page, FIRST_ROW, 3, f"{card.id}@{card.version}")
        name = forms.SUBJECT if self._layout is Layout.ONE else forms.ORGANIZATION
        rows = [
            (forms.SCORECARD, told["columns"][forms.SCORECARD], said(card.titles, self._language, card.id)),
            (name, told["columns"][name], told["allowed"][name].format()),
        ]
        if self._aspects and self._layout is Layout.ONE:
            rows.append((forms.ASSESSOR, told["columns"][forms.ASSESSOR], told["allowed"][forms.ASSESSOR]))
        for setting in self._scorecard.settings:
            shown = shown_choices(setting.choices, self._language)
            default = "by_default" if setting.default else "left_open"
            allowed = (
                told["allowed"]["setting"].format(choices=told["comma"].join(shown.values())),
                told["allowed"][default].format(choice=shown.get(setting.default or "")),
            )
            id = f"{forms.SETTING_PREFIX}{setting.id}"
            self._drop_down(page, 3, id, tuple(shown.values()), row=FIRST_ROW + len(rows))
            rows.append((id, said(setting.labels, self._language, setting.id), self._words["joint"].join(allowed)))
        for row, (id, label, allowed_text) in enumerate(rows, FIRST_ROW):
            for column, text in ((1, id), (2, label), (4, allowed_text)):
                put_text(page, row, column, text, wrap=column == 4)
                widen(page, column, text, most=60)
            page.cell(row, 3).number_format = _TEXT_FORMAT
        page.column_dimensions["C"].width = 50

    def _facts_of_one(self) -> None:
        page, told = self.pages[forms.facts_mark(Layout.ONE)], self._words["columns"]
        heads = [(id, told[id]) for id in forms.FACT_COLUMNS]
        if self._aspects:  # beside the value: the level as described, in a column that is not read, and what is behind
            heads[3:3] = [("", told[_DESCRIBED]), *((id, told[_RATING_HEADS[id]]) for id in forms.RATING_COLUMNS)]
        self._heads(page, heads, "facts-one", ("value", "unit", "evidence", *forms.RATING_COLUMNS), 2)
        at = {id or _DESCRIBED: column for column, (id, _) in enumerate(heads, 1)}
        for row, slot in enumerate(slots_of(self._scorecard.facts), FIRST_ROW):
            allowed = allowed_words(slot, self._language, records_sheet=self._records_title(slot.definition))
            allowed = self._words["joint"].join([allowed, *self._level_words(slot)])
            texts = (("id", slot.id), ("label", slot.label(self._language)), ("unit", slot.definition.unit))
            for id, text in (*texts, ("allowed", allowed)):
                put_text(page, row, at[id], text, wrap=id == "allowed")
                widen(page, at[id], text, most=60)
            page.cell(row, at["value"]).number_format = _format_of(slot)
            for id in ("evidence", *forms.RATING_COLUMNS):
                if id in at:
                    page.cell(row, at[id]).number_format = _TEXT_FORMAT
            self._show_level(page, slot, row, at)
            self._validate(page, slot, at["value"], row=row)
        for id in ("value", "evidence", _DESCRIBED, *forms.RATING_COLUMNS):
            if id in at:
                page.column_dimensions[get_column_letter(at[id])].width = 24

    def _show_level(self, page: Worksheet, slot: Slot, row: int, at: dict[str, int]) -> None:
        """Let the workbook say beside a rating which description was picked by it."""
        described = self._described(slot)
        if described is not None and slot.definition.unit == PERCENT:
            value, unit = (f"{get_column_letter(at[id])}{row}" for id in ("value", "unit"))
            levels, multiple = self.pages[forms.LEVELS], slot.definition.multiple_of
            formula = level_formula(levels, described.maturity, described.aspect, multiple, value=value, unit=unit)
            page.cell(row, at[_DESCRIBED], formula)

    def _described(self, slot: Slot) -> Described | None:
        aspect, maturity = self._aspects.get(slot.definition.id), self._scorecard.maturity
        if aspect is None or maturity is None or slot.definition not in self._scorecard.facts:
            return None  # a field of a record may have the id of a fact
        return Described(maturity, aspect)

    def _level_words(self, slot: Slot) -> tuple[str, ...]:
        described = self._described(slot)
        if described is None:
            return ()
        aspect = self._words["aspects"][described.aspect.value]
        return (self._words["allowed"]["level"].format(sheet=self.pages[forms.LEVELS].title, aspect=aspect),)

    def _facts_of_many(self) -> None:
        page = self.pages[forms.facts_mark(Layout.MANY)]
        subject = (forms.SUBJECT, self._words["columns"][forms.SUBJECT])
        slots = slots_of(self._scorecard.facts)
        heads = [subject, *((slot.id, slot.heading(self._language)) for slot in slots)]
        self._heads(page, heads, "facts-many", None, 1)
        self._subject_column(page)
        self._slot_columns(page, slots, 2)

    def _records(self, definition: FactDefinition, slots: tuple[Slot, ...]) -> None:
        page = self.pages[forms.records_mark(definition.id)]
        heads = [(slot.id, slot.heading(self._language)) for slot in slots]
        many = self._layout is Layout.MANY
        if many:
            heads.insert(0, (forms.SUBJECT, self._words["columns"][forms.SUBJECT]))
            self._subject_column(page)
        write_heads(page, heads, title=self._title("records", definition), frozen=1)
        self._slot_columns(page, slots, 1 + many)

    def _evidence(self) -> None:
        page, told = self.pages[forms.EVIDENCE], self._words
        columns: tuple[str, ...] = forms.EVIDENCE_COLUMNS
        if self._layout is Layout.MANY:
            columns = (forms.SUBJECT, "evidence_id", "facts", *columns[1:])
            self._subject_column(page)
        self._heads(page, [(id, told["columns"][id]) for id in columns], "evidence", None, 1)
        kinds = {kind: None for fact in self._asked() for kind in fact.evidence}
        offered = {"kind": tuple(kinds), "assurance": tuple(told["assurance"][word.value] for word in Assurance)}
        for column, id in enumerate(columns, 1):
            format_column(page, column, _DATE_FORMAT if id.endswith(("_date", "_from", "_until")) else _TEXT_FORMAT)
            if id in offered:
                self._drop_down(page, column, f"evidence.{id}", offered[id])

    def _asked(self) -> list[FactDefinition]:
        fields = [field for record in self._scorecard.records for field in record.fields]
        return [*self._scorecard.facts, *fields]

    def _slot_columns(self, page: Worksheet, slots: tuple[Slot, ...], first: int) -> None:
        for column, slot in enumerate(slots, first):
            format_column(page, column, _format_of(slot))
            self._validate(page, slot, column, row=None)

    def _subject_column(self, page: Worksheet) -> None:
        format_column(page, 1, _TEXT_FORMAT)
        widen(page, 1, "organizations/…/subjects/…" * 2, most=44)
        told = self._words
        rule = DataValidation(showInputMessage=True, promptTitle=told["columns"][forms.SUBJECT])
        short = told["allowed"]["short_subject"].format(sheet=self.pages[forms.SETTINGS].title)
        rule.prompt = f"{told['allowed'][forms.SUBJECT].format()}\n{short}"
        validate(page, rule, 1)

    def _validate(self, page: Worksheet, slot: Slot, column: int, *, row: int | None) -> None:
        offered = listed_words(slot.definition, self._language) if slot.part != EVIDENCE else ()
        rule = validation(
            slot,
            self._language,
            listed=self._choices.cells_of(slot.id, offered),
            anchor=f"{get_column_letter(column)}{row or FIRST_ROW}",
            described=self._described(slot),
            records_sheet=self._records_title(slot.definition),
            firm=self._layout is Layout.MANY,
        )
        validate(page, rule, column, row=row)

    def _drop_down(
        self, page: Worksheet, column: int, id: str, offered: tuple[str, ...], *, row: int | None = None
    ) -> None:
        if offered:
            rule = DataValidation("list", formula1=self._choices.cells_of(id, offered), allow_blank=True)
            rule.showErrorMessage = True
            validate(page, rule, column, row=row)

    def _heads(
        self, page: Worksheet, heads: list[tuple[str, str]], title: str, filled: tuple[str, ...] | None, frozen: int
    ) -> None:
        fixed = () if filled is None else tuple(id for id, _ in heads if id not in filled)
        write_heads(page, heads, title=self._words["titles"][title], fixed=fixed, frozen=frozen)

    def _title(self, key: str, definition: FactDefinition) -> str:
        label = said(definition.labels, self._language, definition.id)
        title: str = self._words["titles"][key].format(words=label)
        return title

    def _records_title(self, definition: FactDefinition) -> str:
        page = self.pages.get(forms.records_mark(definition.id))
        return "" if page is None else page.title


def _format_of(slot: Slot) -> str:
    """Keep what people type as it is: numbers and dates as such, everything else as text."""
    match slot.definition.type:
        case _ if slot.part == EVIDENCE:
            return _TEXT_FORMAT
        case FactType.NUMBER:
            return "General"
        case FactType.DATE | FactType.PERIOD:
            return _DATE_FORMAT
        case _:
            return _TEXT_FORMAT
