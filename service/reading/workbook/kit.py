"""Which means do all sheets of a template share: its card and words, its drop-downs, validations and heads?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from rules.contracts.inputs import Judgement
from rules.model.definitions import FactType
from service.reading.workbook import forms
from service.reading.workbook.allowed import Described, listed_words, prompting, validation
from service.reading.workbook.forms import FIRST_ROW, Layout
from service.reading.workbook.levels import rules_of_ratings
from service.reading.workbook.pages import format_column, validate, widen, write_heads
from service.reading.workbook.slots import EVIDENCE, Slot
from service.reading.workbook.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.model.scorecard import FactDefinition, Scorecard
    from service.reading.workbook.levels import rules_of_ratings
from service.reading.workbook.pages import ChoicesPage

DATE_FORMAT = "yyyy-mm-dd"
TEXT_FORMAT = "@"


@dataclass(frozen=True, slots=True)
class Kit:
    """What the sheets of one template are made with; `pages` holds them by their mark."""

    scorecard: Scorecard
    language: str
    layout: Layout
    aspects: dict[str, str]
    pages: dict[str, Worksheet]
    choices: ChoicesPage

    @property
    def words(self) -> Any:
        """Give the words of the language."""
        return words(self.language)

    def described(self, slot: Slot) -> Described | None:
        """Give the levels by which a fact is rated, if it is."""
        aspect, rules = self.aspects.get(slot.definition.id), rules_of_ratings(self.scorecard)
        if aspect is None or rules is None or slot.definition not in self.scorecard.facts:
            return None  # a field of a record may have the id of a fact
        return Described(rules, aspect)

    def records_title(self, definition: FactDefinition) -> str:
        """Name the sheet of a list; nothing for any other fact."""
        page = self.pages.get(forms.records_mark(definition.id))
        return "" if page is None else page.title

    def heads(
        self, page: Worksheet, heads: list[tuple[str, str]], title: str, filled: tuple[str, ...] | None, frozen: int
    ) -> None:
        """Write the heads of a sheet; only the columns in `filled`, if given, are for the applicant."""
        fixed = () if filled is None else tuple(id for id, _ in heads if id not in filled)
        write_heads(page, heads, title=self.words["titles"].get(title, title), fixed=fixed, frozen=frozen)

    def slot_columns(self, page: Worksheet, slots: Sequence[Slot], first: int) -> None:
        """Format and validate a column for each slot."""
        for column, slot in enumerate(slots, first):
            format_column(page, column, format_of(slot))
            self.validate(page, slot, column, row=None)

    def subject_column(self, page: Worksheet) -> None:
        """Prompt in the first column for the subject."""
        format_column(page, 1, TEXT_FORMAT)
        widen(page, 1, "organizations/…/subjects/…" * 2, most=44)
        told = self.words
        short = told["allowed"]["short_subject"].format(sheet=self.pages[forms.SETTINGS].title)
        text = f"{told['allowed'][forms.SUBJECT].format()}\n{short}"
        validate(page, prompting(told["columns"][forms.SUBJECT], text), 1)

    def validate(self, page: Worksheet, slot: Slot, column: int, *, row: int | None) -> None:
        """Let the workbook hold what a slot takes, in one cell or in its column."""
        offered = listed_words(slot.definition, self.language) if slot.part != EVIDENCE else ()
        rule = validation(
            slot,
            self.language,
            listed=self.choices.cells_of(slot.id, offered),
            anchor=f"{get_column_letter(column)}{row or FIRST_ROW}",
            described=self.described(slot),
            records_sheet=self.records_title(slot.definition),
            firm=self.layout is Layout.MANY,
        )
        validate(page, rule, column, row=row)

    def drop_down(  # noqa: PLR0913 -- a list, where and why
        self, page: Worksheet, column: int, id: str, offered: tuple[str, ...], *, row: int | None = None, said: str = ""
    ) -> None:
        """Offer words in a cell or a column; `said` is what its prompt says."""
        if offered:
            title = str(page.cell(forms.ID_ROW + 1, column).value or "") if said else ""
            rule = prompting(title, said) if said else DataValidation(allow_blank=True)
            rule.type, rule.formula1 = "list", self.choices.cells_of(id, offered)
            rule.showErrorMessage = True
            validate(page, rule, column, row=row)

    def judgement_columns(self, page: Worksheet, at: dict[str, int], *, last: int | None = None) -> None:
        """Format, offer and prompt what the assessor fills in, down to the row `last`."""
        told = self.words
        judgements = {word.value: told["judgements"][word.value] for word in Judgement}
        allowed = told["allowed"]
        self.drop_down(
            page,
            at["judgement"],
            "judgement",
            tuple(judgements.values()),
            said=allowed["judgement"].format(**judgements),
        )
        for id in ("person", "date"):
            rule = prompting(told["columns"][id], allowed[id])
            if id == "date":
                rule.type, rule.operator, rule.formula1 = "date", "lessThanOrEqual", "TODAY()"
                rule.showErrorMessage, rule.errorStyle, rule.error = True, "warning", allowed[id]
            validate(page, rule, at[id])
        for id, column in at.items():
            for row in range(FIRST_ROW, (last or FIRST_ROW - 1) + 1):
                if id != "verified_value":
                    page.cell(row, column).number_format = DATE_FORMAT if id == "date" else TEXT_FORMAT
            if last is None:
                format_column(page, column, {"date": DATE_FORMAT, "verified_value": "General"}.get(id, TEXT_FORMAT))


def format_of(slot: Slot) -> str:
    """Keep what people type as it is: numbers and dates as such, everything else as text."""
    match slot.definition.type:
        case _ if slot.part == EVIDENCE:
            return TEXT_FORMAT
        case FactType.NUMBER:
            return "General"
        case FactType.DATE | FactType.PERIOD:
            return DATE_FORMAT
        case _:
            return TEXT_FORMAT
