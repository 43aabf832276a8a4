"""Renderer of a group evaluation: text, JSON, CSV, page and workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts import Figure, Outcome, format_exact, join_items, parse_exact, typeset
from rules.model import Result
from service.batch.group_evaluation import Member, Row, SubjectGroup, Sums, Table, tables_of
from service.batch.render_summary import words
from service.output.report.formatters import CardFormatter, RecordFormatter, waits_for
from service.output.report.html_report import style, template
from service.output.tables import (
    Cell,
    FormattedNumber,
    print_landscape,
    sheet_title,
    table_csv,
    table_of_cells,
    text_cell,
    write_sheet,
)
from service.output.terminal.columns import display_width, pad_to_width


class GroupRenderer:
    """Formatted texts and tables of a group."""

    def __init__(self, group: SubjectGroup, language: str) -> None:
        self.group, self.language = group, language
        self.card = CardFormatter(group.version.scorecard, language)
        self.tables = tables_of(group)
        self.words: dict[str, Any] = words(language)["group"]

    @property
    def title(self) -> str:
        card = self.group.version.scorecard.card
        title = self.card.label(card.titles, card.id)
        return str(self.words["title"].format(title=title, count=len(self.group.members)))

    @property
    def about(self) -> str:
        return str(self.words["about"].format(version=self.group.version.name, as_of=self.group.as_of))

    @property
    def settings(self) -> str:
        chosen = {tuple(sorted(member.record.settings.items())) for member in self.group.members}
        if len(chosen) != 1 or not (same := next(iter(chosen))):
            return ""
        renderer = self.card.renderer
        phrases = (f"{renderer.name(name)} = {renderer.choice(name, choice)}" for name, choice in same)
        return str(self.words["settings"].format(settings=join_items(phrases, self.language)))

    @property
    def example(self) -> str:
        for table in self.tables:
            for block in table.blocks if table.list else ():
                for row in block.rows:
                    return f"{table.list}[{row.key}].{table.columns[0].id}"
        return next((result.id for table in self.tables for result in table.columns), "")

    def head(self, result: Result) -> str:
        return self.card.label(result.labels, result.id)

    def over(self, table: Table) -> str:
        if not table.list:
            return str(self.words["of_subjects"].format(count=table.count))
        return str(self.words["of_records"].format(list=self.card.renderer.name(table.list), count=table.count))

    def figure(self, figure: Figure | None) -> str:
        return "" if figure is None else self.card.figure(figure)

    def sums(self, table: Table) -> list[tuple[str, str]]:
        pairs = zip(table.columns, table.sums, strict=True)
        return [(self.head(result), self.figure(total)) for result, total in pairs if total is not None]

    def figures(self, row: Row, table: Table) -> list[str]:
        absent = str(self.card.words["outcomes"]["not_applicable"])
        pairs = zip(table.columns, row.figures, strict=True)
        return [absent if result.id in row.absent else self.figure(figure) for result, figure in pairs]

    def conclusion(self, member: Member) -> str:
        concluded = member.record.conclusion
        parts = (self.card.kind_of(concluded), self.card.answer_of(concluded))
        return join_items((part for part in parts if part), self.language)

    def findings(self, member: Member) -> tuple[str, ...]:
        rules = {rule.id: rule for rule in self.group.version.scorecard.findings}
        return tuple(
            self.card.label(rules[finding.id].labels, finding.id)
            for finding in member.record.findings
            if finding.outcome is Outcome.MET
        )

    def results(self, member: Member) -> Iterable[tuple[str, str]]:
        formatter = RecordFormatter(member.record, self.group.version.scorecard, self.language)
        waits = {answer.id: waits_for(answer, formatter) for answer in member.open_answers}
        figures = {named.id: named.figure for named in member.record.results}
        for result in self.group.version.scorecard.results:
            figure = formatter.result(result.name, figures[result.id])
            waiting = waits.get(result.id)
            yield self.head(result), figure + (formatter.words["waits"].format(what=waiting) if waiting else "")


_CSV_HEADINGS = ("subject", "list", "record", "result", "unit", "low", "high", "rounded_low", "rounded_high")


def group_text(teller: GroupRenderer) -> str:
    """Render sums, conclusions and findings."""
    return "\n".join(typeset(line, teller.language) for line in _lines(teller))


def _lines(renderer: GroupRenderer) -> Iterator[str]:
    yield renderer.title
    yield renderer.about
    if settings := renderer.settings:
        yield settings
    for table in renderer.tables:
        rows = renderer.sums(table)
        if not rows:
            continue
        width = max(display_width(head) for head, _ in rows)
        figure_width = max(display_width(figure) for _, figure in rows)
        yield ""
        yield f"{renderer.words['sums']}: {renderer.over(table)}"
        for head, figure in rows:
            yield f"  {pad_to_width(head, width)}  {pad_to_width(figure, figure_width, right=True)}"
    yield ""
    yield str(renderer.words["subjects"])
    for member in renderer.group.members:
        yield f"  {member.name}: {renderer.conclusion(member)}"
        yield from (f"    {finding}" for finding in renderer.findings(member))
    yield ""
    yield str(renderer.words["not_added"])
    yield str(renderer.words["trail"].format(example=renderer.example))


def group_document(teller: GroupRenderer) -> dict[str, Any]:
    """Return the group as JSON data."""
    return {
        "scorecardVersion": teller.group.version.name,
        "asOfDate": teller.group.as_of,
        "subjects": [
            {"subject": member.record.subject, "recordDigest": member.digest, "findingIds": _finding_ids(teller, place)}
            for place, member in enumerate(teller.group.members)
        ],
        "tables": [_table(table) for table in teller.tables],
    }


def _finding_ids(renderer: GroupRenderer, index: int) -> list[str]:
    return [finding.id for finding in renderer.group.members[index].record.findings if finding.outcome.value == "met"]


def _table(table: Table) -> dict[str, Any]:
    return {
        "listId": table.list,
        "resultIds": [result.id for result in table.columns],
        "sums": _sums(table.sums),
        "subjects": [
            {
                "subject": block.member.record.subject,
                "sums": _sums(block.sums),
                "rows": [
                    {"recordKey": row.key, "figures": [_figure(figure) for figure in row.figures]} for row in block.rows
                ],
            }
            for block in table.blocks
        ],
    }


def _sums(sums: Sums) -> list[dict[str, Any] | None]:
    return [None if total is None else _figure(total) for total in sums]


def _figure(figure: Figure) -> dict[str, Any]:
    exact = figure.exact
    return {"unit": figure.unit, "low": exact.low, "high": exact.high}


def group_csv(teller: GroupRenderer) -> str:
    """Render one CSV line per figure; texts like formulas are escaped."""
    lines = (
        (block.member.record.subject, table.list, row.key, result.id, figure.unit, *_bounds(figure))
        for table in teller.tables
        for block in table.blocks
        for row in block.rows
        for result, figure in zip(table.columns, row.figures, strict=True)
    )
    return table_csv(table_of_cells(_CSV_HEADINGS, lines))


def _bounds(figure: Figure) -> tuple[str | None, ...]:
    rounded = figure.rounded or figure.exact
    return figure.exact.low, figure.exact.high, rounded.low, rounded.high


def render_group(teller: GroupRenderer) -> str:
    """Render the printable page."""
    source = resources.files("service.batch").joinpath("group.html.jinja").read_text(encoding="utf-8")
    group = teller.group
    css = style(teller.language, title=teller.title, version=group.version.name, footing=group.as_of)
    return template(teller.language, source).render(
        lang="zh-Hans" if teller.language == "zh" else "en",
        w=teller.words,
        css=css,
        title=teller.title,
        about=teller.about,
        settings=teller.settings,
        trail=teller.words["trail"].format(example=teller.example),
        sums=[{"over": teller.over(table), "rows": rows} for table in teller.tables if (rows := teller.sums(table))],
        members=[_member(teller, place) for place in range(len(group.members))],
    )


def _member(renderer: GroupRenderer, index: int) -> dict[str, Any]:
    member = renderer.group.members[index]
    return {
        "subject": member.record.subject,
        "digest": member.digest,
        "conclusion": renderer.conclusion(member),
        "findings": renderer.findings(member),
        "results": list(renderer.results(member)),
        "lists": [
            _records(renderer, table, index) for table in renderer.tables if table.list and table.blocks[index].rows
        ],
    }


def _records(renderer: GroupRenderer, table: Table, index: int) -> dict[str, Any]:
    block = table.blocks[index]
    return {
        "list": renderer.card.renderer.name(table.list),
        "heads": [renderer.head(result) for result in table.columns],
        "rows": [(row.key, renderer.figures(row, table)) for row in block.rows],
        "sums": [renderer.figure(total) for total in block.sums],
    }


_SPREADSHEET_DIGITS = 15
_COLUMN_WIDTH = 24


def write_group(teller: GroupRenderer, out: Path) -> None:
    """Write the workbook; figures without an exact spreadsheet number are texts."""
    _GroupWorkbook(teller).save(out)


class _GroupWorkbook:
    def __init__(self, renderer: GroupRenderer) -> None:
        self._renderer, self._words = renderer, renderer.words
        self._book = Workbook()
        first = self._book.worksheets[0]
        self._titles: dict[str, str] = {}
        for table in renderer.tables:
            name = renderer.card.renderer.name(table.list) if table.list else str(self._words["subjects"])
            self._titles[table.list] = sheet_title(name, self._titles.values())
        first.title = sheet_title(str(self._words["sum"]), self._titles.values())

    def save(self, out: Path) -> None:
        self._sums(self._book.worksheets[0])
        for table in self._renderer.tables:
            sheet = self._book.create_sheet(self._titles[table.list])
            if table.list:
                self._records(sheet, table)
            else:
                self._subjects(sheet, table)
            for head in sheet[1]:
                head.alignment = Alignment(wrap_text=True, vertical="top")
            print_landscape(sheet)
        self._book.save(out)

    def _sums(self, sheet: Worksheet) -> None:
        renderer = self._renderer
        texts = [renderer.title, renderer.about, renderer.settings, self._words["rounded"], self._words["not_added"]]
        texts.append(self._words["trail"].format(example=renderer.example))
        for index, text in enumerate(filter(None, texts)):
            sheet.append([text_cell(sheet, str(text), bold=index == 0)])
        sheet.append([])
        heads = [str(self._words[key]) for key in ("figure", "unit", "sum", "exact", "from_sheet", "again")]
        rows: list[list[Cell]] = []
        for table in renderer.tables:
            # Text columns precede the figures: subject and key of a record, or subject, conclusion and findings.
            first = 3 if table.list else 4
            for number, (result, total) in enumerate(zip(table.columns, table.sums, strict=True)):
                if total is None:
                    continue
                letter = get_column_letter(first + number)
                span = f"{quote_sheetname(self._titles[table.list])}!{letter}2:{letter}{table.count + 1}"
                formula = FormattedNumber(f"=SUM({span})", _number_format(result))
                cells = (self._cell(total, result), _exact_text(total), span.replace("'", ""), formula)
                rows.append([renderer.head(result), total.unit, *cells])
        write_sheet(
            sheet, table_of_cells(heads, rows, (48, 14, _COLUMN_WIDTH, _COLUMN_WIDTH, 36, _COLUMN_WIDTH)), frozen=None
        )

    def _subjects(self, sheet: Worksheet, table: Table) -> None:
        renderer = self._renderer
        lists = [candidate for candidate in renderer.tables if candidate.list]
        heads = [str(self._words[key]) for key in ("subject", "conclusion", "findings")]
        heads += self._heads(table)
        for list_table in lists:
            name = renderer.card.renderer.name(list_table.list)
            heads += [
                self._words["of_each"].format(figure=head, list=name) for head in self._heads(list_table, summed=True)
            ]
        heads.append(str(self._words["digest"]))
        rows = [
            [
                block.member.record.subject,
                renderer.conclusion(block.member),
                "\n".join(renderer.findings(block.member)),
                *self._figures(block.rows[0], table),
                *(
                    self._cell(total, result)
                    for list_table in lists
                    for result, total in _sums_of_subject(list_table, list_table.blocks[index].sums)
                ),
                block.member.digest,
            ]
            for index, block in enumerate(table.blocks)
        ]
        widths = (64 if index == 2 else _COLUMN_WIDTH for index in range(len(heads)))
        write_sheet(sheet, table_of_cells(heads, rows, widths), frozen="B2")

    def _records(self, sheet: Worksheet, table: Table) -> None:
        heads = [str(self._words["subject"]), self._renderer.card.renderer.name(table.list), *self._heads(table)]
        rows = (
            [block.member.record.subject, record.key, *self._figures(record, table)]
            for block in table.blocks
            for record in block.rows
        )
        write_sheet(sheet, table_of_cells(heads, rows, [_COLUMN_WIDTH] * len(heads)), frozen="C2")

    def _heads(self, table: Table, *, summed: bool = False) -> list[str]:
        heads = []
        for number, result in enumerate(table.columns):
            units = {row.figures[number].unit for block in table.blocks for row in block.rows} - {""}
            head = self._renderer.head(result)
            if not summed or table.sums[number] is not None:
                heads.append(self._words["unnamed"].format(label=head, unit=units.pop()) if units else head)
        return heads

    def _figures(self, row: Row, table: Table) -> Iterator[Cell]:
        for result, figure in zip(table.columns, row.figures, strict=True):
            yield None if result.id in row.absent else self._cell(figure, result)

    def _cell(self, figure: Figure | None, result: Result) -> Cell:
        if figure is None:
            return None
        shown = figure.rounded or figure.exact
        if shown.low is None or shown.low != shown.high or "/" in shown.low:
            return self._renderer.figure(figure)
        number = Decimal(shown.low)
        if len(number.as_tuple().digits) > _SPREADSHEET_DIGITS:
            return shown.low
        return FormattedNumber(number, _number_format(result))


def _sums_of_subject(table: Table, sums: Sums) -> list[tuple[Result, Figure | None]]:
    pairs = zip(table.columns, table.sums, sums, strict=True)
    return [(result, total) for result, table_total, total in pairs if table_total is not None]


def _number_format(result: Result) -> str:
    places = result.rounding.places
    return "#,##0" + ("." + "0" * places if places else "")


def _exact_text(figure: Figure) -> str:
    low, high = figure.exact.low, figure.exact.high
    if low is not None and low == high:
        return format_exact(parse_exact(low))
    return f"{low or '-∞'} … {high or '∞'}"
