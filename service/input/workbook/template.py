"""Workbook template for the facts of a scorecard."""

from __future__ import annotations

import io
from decimal import Decimal
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts import Assurance, format_exact
from rules.model import PERCENT, FactDefinition, FactType, Scorecard, SharedRules
from service.input.cells import label_in_language, offered_choice_words
from service.input.workbook import sheet_layout
from service.input.workbook.groups import SharedForm, stated_groups
from service.input.workbook.sheet_layout import FIRST_ROW, Layout
from service.input.workbook.sheet_styling import (
    DATE_FORMAT,
    HEADLINE,
    TEXT_FORMAT,
    ChoicesPage,
    HeadingFill,
    SheetBuilder,
    add_page,
    allowed_content_text,
    draw_row_borders,
    fit_rows,
    format_column,
    format_of,
    highlight_assessor_columns,
    prepare_print,
    prompt_validation,
    put_text,
    validate,
    widen,
    write_group_heading,
    write_heads,
)
from service.input.workbook.vocabulary import (
    Slot,
    aspects_of,
    evidence_kind_word,
    lists_of,
    rated_facts,
    rules_of_ratings,
    shown_unit,
    slots_of,
    words,
)

_DESCRIPTION = "described"
_FIRST_ASPECT_COLUMN = 4
_RATING_HEADS = {id: id if id == "rationale" else f"place_{id}" for id in sheet_layout.RATING_COLUMNS}
_WIDTHS = {
    "label": 32, "value": 18, "unit": 9, "evidence": 15, "allowed": 42, "judgement": 10, "verified_value": 14,
    "verified_evidence": 14, "method": 16, "reason": 24, "person": 12, "date": 12, _DESCRIPTION: 30,
    **dict.fromkeys(sheet_layout.RATING_COLUMNS, 18), "evidence_page": 12, "evidence_cell": 14, "evidence_quote": 30,
}  # fmt: skip
_LOCATION_HEADS = {id: f"place_{id}" for id in ("record", "field", "evidence_id")}
_LOCATION_WIDTHS = {
    "fact": 32, "record": 18, "field": 18, "evidence_id": 18, "page": 12, "cell": 14, "quote": 40, "uri": 24,
}  # fmt: skip


def _write_facts_of_one(kit: SheetBuilder) -> None:
    page, headings = kit.pages[sheet_layout.facts_mark(Layout.ONE)], kit.words["columns"]
    heads = [
        (id, headings[id])
        for id in (*sheet_layout.FACT_COLUMNS, *sheet_layout.VERIFICATION_COLUMNS, *sheet_layout.PLACE_COLUMNS)
    ]
    if kit.aspects:  # after the value: its level description (ignored on reading) and rating columns
        heads[3:3] = [
            ("", headings[_DESCRIPTION]),
            *((id, headings[_RATING_HEADS[id]]) for id in sheet_layout.RATING_COLUMNS),
        ]
    filled = (
        "value", "unit", "evidence",
        *sheet_layout.RATING_COLUMNS, *sheet_layout.VERIFICATION_COLUMNS, *sheet_layout.PLACE_COLUMNS,
    )  # fmt: skip
    kit.heads(page, heads, "facts-one", filled, 2)
    at = {id or _DESCRIPTION: column for column, (id, _) in enumerate(heads, 1)}
    judged = {id: at[id] for id in sheet_layout.VERIFICATION_COLUMNS}
    highlight_assessor_columns(page, judged.values(), kit.words["titles"]["assessed"])
    row, part, all_columns = FIRST_ROW, "", range(1, len(heads) + 1)
    groups = stated_groups(kit.scorecard, kit.language)
    for group in groups:
        if group.part != part and len(groups) > 1:
            write_group_heading(page, row, group.part, HeadingFill.PART, columns=all_columns)
            row, part = row + 1, group.part
        if group.heading:
            write_group_heading(page, row, group.heading, HeadingFill.GROUP, columns=all_columns)
            row += 1
        for slot in slots_of(group.facts):
            _fact_row(kit, page, slot, row, at)
            row += 1
    kit.judgement_columns(page, judged, last=row - 1)
    for id, column in at.items():
        if id in _WIDTHS:
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[id]
    draw_row_borders(page, row - 1, columns=len(heads))


def _fact_row(kit: SheetBuilder, page: Worksheet, slot: Slot, row: int, at: dict[str, int]) -> None:
    allowed = allowed_content_text(slot, kit.language, records_sheet=kit.records_title(slot.definition))
    allowed = kit.words["joint"].join([allowed, *_level_words(kit, slot)])
    unit = shown_unit(slot.definition.unit, kit.language)
    texts = (("id", slot.id), ("label", slot.label(kit.language)), ("unit", unit), ("allowed", allowed))
    for id, text in texts:
        put_text(page, row, at[id], text, wrap=id != "id", quiet=id in {"id", "allowed"})
    widen(page, at["id"], slot.id, most=24)
    for id in ("value", "verified_value"):
        page.cell(row, at[id]).number_format = format_of(slot)
    for id in ("evidence", *sheet_layout.RATING_COLUMNS, *sheet_layout.PLACE_COLUMNS):
        if id in at:
            page.cell(row, at[id]).number_format = TEXT_FORMAT
    _show_level(kit, page, slot, row, at)
    kit.validate(page, slot, at["value"], row=row)
    if slot.definition.type is FactType.RECORDS:
        rows = kit.words["list_rows"]
        prompt = kit.words["allowed"]["verified_records"].format(
            sheet=kit.records_title(slot.definition), none=kit.words["none"], **rows
        )
        validate(page, prompt_validation(kit.words["columns"]["verified_value"], prompt), at["verified_value"], row=row)
    else:
        kit.validate(page, slot, at["verified_value"], row=row)


def _show_level(kit: SheetBuilder, page: Worksheet, slot: Slot, row: int, at: dict[str, int]) -> None:
    described = kit.described(slot)
    if described is not None and slot.definition.unit == PERCENT:
        value, unit = (f"{get_column_letter(at[id])}{row}" for id in ("value", "unit"))
        levels, multiple = kit.pages[sheet_layout.LEVELS], slot.definition.multiple_of
        formula = _level_formula(levels, described.rules, described.aspect, multiple, value=value, unit=unit)
        page.cell(row, at[_DESCRIPTION], formula)


def _level_words(kit: SheetBuilder, slot: Slot) -> tuple[str, ...]:
    described = kit.described(slot)
    if described is None:
        return ()
    aspect = kit.words["aspects"][described.aspect]
    return (kit.words["allowed"]["level"].format(sheet=kit.pages[sheet_layout.LEVELS].title, aspect=aspect),)


def _write_facts_of_many(kit: SheetBuilder) -> None:
    page = kit.pages[sheet_layout.facts_mark(Layout.MANY)]
    groups = stated_groups(kit.scorecard, kit.language)
    slots = [slot for group in groups for slot in slots_of(group.facts)]
    subject = (sheet_layout.SUBJECT, kit.words["columns"][sheet_layout.SUBJECT])
    kit.heads(page, [subject, *((slot.id, slot.heading(kit.language)) for slot in slots)], "", None, 1)
    kit.subject_column(page)
    kit.slot_columns(page, slots, 2)
    column = 2
    for index, group in enumerate(groups):
        end = column + len(slots_of(group.facts))
        write_group_heading(
            page, 1, group.title, HeadingFill.SHADED if index % 2 else HeadingFill.PLAIN, columns=range(column, end)
        )
        column = end


def _write_verification(kit: SheetBuilder) -> None:
    page, texts = kit.pages[sheet_layout.VERIFICATION], kit.words
    columns = (sheet_layout.SUBJECT, sheet_layout.FACT, *sheet_layout.VERIFICATION_COLUMNS)
    kit.heads(page, [(id, texts["columns"][id]) for id in columns], sheet_layout.VERIFICATION, None, 2)
    at = {id: column for column, id in enumerate(columns, 1)}
    highlight_assessor_columns(page, (at[id] for id in sheet_layout.VERIFICATION_COLUMNS), "")
    kit.subject_column(page)
    slots = [slot for group in stated_groups(kit.scorecard, kit.language) for slot in slots_of(group.facts)]
    labels = [slot.label(kit.language) for slot in slots]
    offered = tuple(slot.id if labels.count(label) > 1 else label for slot, label in zip(slots, labels, strict=True))
    kit.drop_down(page, at[sheet_layout.FACT], "facts", offered, prompt=texts["allowed"]["fact"])
    format_column(page, at[sheet_layout.FACT], TEXT_FORMAT)
    kit.judgement_columns(page, {id: at[id] for id in sheet_layout.VERIFICATION_COLUMNS})
    none = texts["allowed"]["verified_value"].format(none=texts["none"])
    validate(page, prompt_validation(texts["columns"]["verified_value"], none), at["verified_value"])
    for id, column in at.items():
        if id in _WIDTHS:
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[id]
    page.column_dimensions[get_column_letter(at[sheet_layout.FACT])].width = _WIDTHS["label"]


def _write_places(kit: SheetBuilder) -> None:
    page, texts = kit.pages[sheet_layout.PLACES], kit.words
    omitted = () if lists_of(kit.scorecard) else ("record", "field")
    columns = (sheet_layout.SUBJECT, *(id for id in sheet_layout.PLACES_COLUMNS if id not in omitted))
    kit.heads(
        page, [(id, texts["columns"][_LOCATION_HEADS.get(id, id)]) for id in columns], sheet_layout.PLACES, None, 2
    )
    kit.subject_column(page)
    facts = [fact for group in stated_groups(kit.scorecard, kit.language) for fact in group.facts]
    for column, id in enumerate(columns[1:], 2):
        format_column(page, column, TEXT_FORMAT)
        page.column_dimensions[get_column_letter(column)].width = _LOCATION_WIDTHS[id]
        if id == sheet_layout.FACT:
            offered = tuple(offered_choice_words(facts, kit.language).values())
            kit.drop_down(page, column, "facts.placed", offered, prompt=texts["allowed"]["place_fact"])
        elif id in _LOCATION_HEADS:
            head = _LOCATION_HEADS[id]
            validate(page, prompt_validation(texts["columns"][head], texts["allowed"][head]), column)


_MULTI_SUBJECT_SHEETS = (sheet_layout.PLACES, sheet_layout.VERIFICATION)


def write_template(scorecard: Scorecard, *, language: str, layout: Layout) -> bytes:
    """Return the XLSX template for a scorecard's facts."""
    template = TemplateWriter(scorecard, language=language, layout=layout)
    template.write()
    content = io.BytesIO()
    template.book.save(content)
    return content.getvalue()


class TemplateWriter:
    """Workbook under construction, with `pages` by mark for callers to fill in."""

    def __init__(self, scorecard: Scorecard, *, language: str, layout: Layout) -> None:
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self._scorecard, self._language, self._layout = scorecard, language, layout
        self._words = words(language)
        aspects = aspects_of(scorecard) if rules_of_ratings(scorecard) is not None else {}
        levels = ((sheet_layout.LEVELS, self._words["sheets"][sheet_layout.LEVELS]),) if aspects else ()
        marks = (
            (sheet_layout.READ_ME, self._words["sheets"][sheet_layout.READ_ME]),
            (sheet_layout.SETTINGS, self._words["sheets"][sheet_layout.SETTINGS]),
            *levels,
            (sheet_layout.facts_mark(layout), self._words["sheets"]["facts"]),
            *(
                (
                    sheet_layout.records_mark(definition.id),
                    label_in_language(definition.labels, language, definition.id),
                )
                for definition, _ in lists_of(scorecard)
            ),
            (sheet_layout.EVIDENCE, self._words["sheets"][sheet_layout.EVIDENCE]),
            *((mark, self._words["sheets"][mark]) for mark in _MULTI_SUBJECT_SHEETS if layout is Layout.MANY),
        )
        self.pages: dict[str, Worksheet] = {mark: add_page(self.book, title, mark) for mark, title in marks}
        choices = ChoicesPage(self.book, self._words["sheets"][sheet_layout.CHOICES], sheet_layout.CHOICES)
        self.pages[sheet_layout.CHOICES] = choices.page
        self._kit = SheetBuilder(scorecard, language, layout, aspects, self.pages, choices)

    def write(self) -> None:
        self._read_me()
        self._settings()
        if self._kit.aspects:
            _write_levels(self.pages[sheet_layout.LEVELS], self._scorecard, self._language)
        if self._layout is Layout.ONE:
            _write_facts_of_one(self._kit)
        else:
            _write_facts_of_many(self._kit)
            _write_verification(self._kit)
            _write_places(self._kit)
        for definition, slots in lists_of(self._scorecard):
            self._records(definition, slots)
        self._evidence()
        write_heads(self.pages[sheet_layout.CHOICES], (), title=self._words["titles"][sheet_layout.CHOICES])
        for mark, page in self.pages.items():
            fit_rows(page)
            prepare_print(page, heads=mark != sheet_layout.READ_ME)

    def _read_me(self) -> None:
        page, card, texts = self.pages[sheet_layout.READ_ME], self._scorecard.card, self._words
        verb = "evaluate" if self._layout is Layout.ONE else "batch evaluate"
        command = f"touchstone {verb} {card.id} FILE.xlsx --as-of YYYY-MM-DD"
        if isinstance(self._scorecard, SharedForm):
            command = self._scorecard.command
        lines = list(texts["read-me"]["lines"])
        if self._kit.aspects:
            lines.insert(-1, texts["read-me"]["levels"])
            if self._layout is Layout.ONE:
                lines.append(texts["read-me"]["assessor"])
        if self._layout is Layout.MANY:
            lines.insert(-1, texts["read-me"]["places"])
        levels = self.pages[sheet_layout.LEVELS].title if self._kit.aspects else ""
        judged = texts["read-me"][f"judged_{self._layout.value}"].format(
            verification=texts["sheets"][sheet_layout.VERIFICATION]
        )
        for row, line in enumerate(lines, 2):
            text = line.format(
                levels=levels,
                card=card.id,
                version=card.version,
                title=label_in_language(card.titles, self._language, card.id),
                command=command,
                none=texts["none"],
                not_applicable=texts["not_applicable"],
                **{name: self.pages[name].title for name in (sheet_layout.SETTINGS, sheet_layout.EVIDENCE)},
                facts=self.pages[sheet_layout.facts_mark(self._layout)].title,
                judged=judged,
                places=texts["sheets"][sheet_layout.PLACES],
            )
            put_text(page, row, 1, text, wrap=True)
        page.cell(2, 1).font = HEADLINE
        page.column_dimensions["A"].width = 80

    def _settings(self) -> None:
        page, card, texts = self.pages[sheet_layout.SETTINGS], self._scorecard.card, self._words
        self._kit.heads(
            page, [(id, texts["columns"][id]) for id in sheet_layout.SETTING_COLUMNS], "settings", ("value",), 2
        )
        put_text(page, FIRST_ROW, 3, f"{card.id}@{card.version}")
        name = sheet_layout.SUBJECT if self._layout is Layout.ONE else sheet_layout.ORGANIZATION
        rows = [
            (
                sheet_layout.SCORECARD,
                texts["columns"][sheet_layout.SCORECARD],
                label_in_language(card.titles, self._language, card.id),
            ),
            (name, texts["columns"][name], texts["allowed"][name].format()),
        ]
        if self._kit.aspects and self._layout is Layout.ONE:
            rows.append(
                (
                    sheet_layout.ASSESSOR,
                    texts["columns"][sheet_layout.ASSESSOR],
                    texts["allowed"][sheet_layout.ASSESSOR],
                )
            )
        for setting in self._scorecard.settings:
            shown = offered_choice_words(setting.choices, self._language)
            default = "by_default" if setting.default else "left_open"
            allowed = (
                texts["allowed"]["setting"].format(choices=texts["comma"].join(shown.values())),
                texts["allowed"][default].format(choice=shown.get(setting.default or "")),
            )
            id = f"{sheet_layout.SETTING_PREFIX}{setting.id}"
            self._kit.drop_down(page, 3, id, tuple(shown.values()), row=FIRST_ROW + len(rows))
            rows.append(
                (id, label_in_language(setting.labels, self._language, setting.id), self._words["joint"].join(allowed))
            )
        for row, (id, label, allowed_text) in enumerate(rows, FIRST_ROW):
            for column, text in ((1, id), (2, label), (4, allowed_text)):
                put_text(page, row, column, text, wrap=True)
                widen(page, column, text, most=60)
            page.cell(row, 3).number_format = TEXT_FORMAT
        page.column_dimensions["C"].width = 50

    def _records(self, definition: FactDefinition, slots: tuple[Slot, ...]) -> None:
        page = self.pages[sheet_layout.records_mark(definition.id)]
        heads = [(slot.id, slot.heading(self._language)) for slot in slots]
        many = self._layout is Layout.MANY
        if many:
            heads.insert(0, (sheet_layout.SUBJECT, self._words["columns"][sheet_layout.SUBJECT]))
            self._kit.subject_column(page)
        texts, column = self._words, len(heads) + 1
        heads.append((sheet_layout.LIST_ROW, texts["columns"]["verification_row"]))
        write_heads(page, heads, title=self._title("records", definition), frozen=1 + many)
        self._kit.slot_columns(page, slots, 1 + many)
        highlight_assessor_columns(page, (column,), "")
        judged = sheet_layout.VERIFICATION if many else sheet_layout.facts_mark(Layout.ONE)
        allowed = texts["allowed"]["list_row"].format(**texts["list_rows"], sheet=self.pages[judged].title)
        self._kit.drop_down(page, column, "list_rows", tuple(texts["list_rows"].values()), prompt=allowed)

    def _evidence(self) -> None:
        page, texts = self.pages[sheet_layout.EVIDENCE], self._words
        columns: tuple[str, ...] = sheet_layout.EVIDENCE_COLUMNS
        if self._layout is Layout.MANY:
            columns = (sheet_layout.SUBJECT, "evidence_id", "facts", *columns[1:])
            self._kit.subject_column(page)
        self._kit.heads(page, [(id, texts["columns"][id]) for id in columns], "evidence", None, 1)
        kinds = {
            evidence_kind_word(kind, self._language): None
            for fact in self._fact_definitions()
            for kind in fact.evidence
        }
        offered = {"kind": tuple(kinds), "assurance": tuple(texts["assurance"][word.value] for word in Assurance)}
        for column, id in enumerate(columns, 1):
            format_column(page, column, DATE_FORMAT if id.endswith(("_date", "_from", "_until")) else TEXT_FORMAT)
            if id in offered:
                self._kit.drop_down(page, column, f"evidence.{id}", offered[id])

    def _fact_definitions(self) -> list[FactDefinition]:
        fields = [field for record in self._scorecard.records for field in record.fields]
        return [*self._scorecard.facts, *fields]

    def _title(self, key: str, definition: FactDefinition) -> str:
        label = label_in_language(definition.labels, self._language, definition.id)
        title: str = self._words["titles"][key].format(words=label)
        return title


def _write_levels(page: Worksheet, scorecard: Scorecard, language: str) -> None:
    wording, rules = words(language), rules_of_ratings(scorecard)
    if rules is None:
        return
    columns = wording["levels"]
    heads = [
        columns["at_least"],
        columns["at_most"],
        columns["level"],
        *(wording["aspects"][aspect_id] for aspect_id in rules.aspects),
    ]
    write_heads(page, [("", head) for head in heads], title=wording["titles"]["levels"], frozen=3)
    for row, level in enumerate(rules.described_levels, FIRST_ROW):
        page.cell(row, 1, _number(level.at_least))
        page.cell(row, 2, _number(level.at_most))
        texts = [label_in_language(level.labels, language, level.id)]
        texts += [label_in_language(level.described(aspect) or {}, language, "") for aspect in rules.aspects]
        for column, text in enumerate(texts, 3):
            put_text(page, row, column, text, wrap=True)
            widen(page, column, text, most=34)
    _write_uses(page, scorecard, language, rules.aspects, row=FIRST_ROW + len(rules.described_levels) + 1)


def _write_uses(page: Worksheet, scorecard: Scorecard, language: str, aspects: tuple[str, ...], *, row: int) -> None:
    texts = words(language)["levels"]
    put_text(page, row, 1, texts["uses"])
    put_text(page, row + 1, 1, texts["id"])
    put_text(page, row + 1, 3, texts["indicator"])
    by_indicator: dict[str, dict[str, FactDefinition]] = {}
    for rated in rated_facts(scorecard):
        by_indicator.setdefault(rated.indicator.id, {})[rated.aspect] = rated.fact
    labels = {
        indicator.id: label_in_language(indicator.labels, language, indicator.id) for indicator in scorecard.indicators
    }
    for aspect_column, aspect in enumerate(aspects, _FIRST_ASPECT_COLUMN):
        put_text(page, row + 1, aspect_column, words(language)["aspects"][aspect])
    for line, (indicator, facts) in enumerate(by_indicator.items(), row + 2):
        put_text(page, line, 1, indicator, wrap=True)
        put_text(page, line, 3, labels[indicator], wrap=True)
        for column, aspect in enumerate(aspects, _FIRST_ASPECT_COLUMN):
            if aspect in facts:
                fact = facts[aspect]
                put_text(
                    page, line, column, f"{label_in_language(fact.labels, language, fact.id)}\n{fact.id}", wrap=True
                )


def _level_formula(  # noqa: PLR0913
    page: Worksheet, rules: SharedRules, aspect: str, multiple: Fraction | None, *, value: str, unit: str
) -> str:
    """Return the formula that shows the level of the rating in cell `value`.

    Disallowed ratings, such as 0.3 formatted as 30%, show nothing.
    """
    first, last = FIRST_ROW, FIRST_ROW + len(rules.described_levels) - 1
    sheet, letter = quote_sheetname(page.title), get_column_letter(_FIRST_ASPECT_COLUMN + rules.aspects.index(aspect))
    spans, described = f"{sheet}!$A${first}:$A${last}", f"{sheet}!${letter}${first}:${letter}${last}"
    wrong = [f"{value}<{sheet}!$A${first}", f"{value}>{sheet}!$B${last}"]
    if multiple is not None:
        step = format_exact(multiple)
        wrong.append(f"ABS({value}/({step})-ROUND({value}/({step}),0))>0.000001")
    shown = f'IF(OR({",".join(wrong)}),"",LOOKUP({value},{spans},{described}))'
    return f'=IF(AND(ISNUMBER({value}),{unit}="{PERCENT}"),{shown},"")'


def _number(number: Fraction) -> Decimal | str:
    text = format_exact(number)
    return text if "/" in text else Decimal(text)
