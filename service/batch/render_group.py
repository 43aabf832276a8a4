"""Renderer of a group evaluation: text, JSON, CSV, printable page and workbook."""

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
    """Tells a group: its tables, and the words for what stands in them."""

    def __init__(self, group: SubjectGroup, language: str) -> None:
        self.group, self.language = group, language
        self.card = CardFormatter(group.version.scorecard, language)
        self.tables = tables_of(group)
        self.words: dict[str, Any] = words(language)["group"]

    @property
    def title(self) -> str:
        """What was added up, and of how many."""
        card = self.group.version.scorecard.card
        title = self.card.label(card.titles, card.id)
        return str(self.words["title"].format(title=title, count=len(self.group.members)))

    @property
    def about(self) -> str:
        """Under which version, and as of when."""
        return str(self.words["about"].format(version=self.group.version.name, as_of=self.group.as_of))

    @property
    def settings(self) -> str:
        """Which settings all subjects were evaluated with; blank if there are none, or they differ."""
        chosen = {tuple(sorted(member.record.settings.items())) for member in self.group.members}
        if len(chosen) != 1 or not (same := next(iter(chosen))):
            return ""
        renderer = self.card.renderer
        phrases = (f"{renderer.name(name)} = {renderer.choice(name, choice)}" for name, choice in same)
        return str(self.words["settings"].format(settings=join_items(phrases, self.language)))

    @property
    def example(self) -> str:
        """The address of one figure of a record, or the id of a result if there is none."""
        for table in self.tables:
            for block in table.blocks if table.list else ():
                for row in block.rows:
                    return f"{table.list}[{row.key}].{table.columns[0].id}"
        return next((result.id for table in self.tables for result in table.columns), "")

    def head(self, result: Result) -> str:
        """Write the head of a column."""
        return self.card.label(result.labels, result.id)

    def over(self, table: Table) -> str:
        """Say over what a sum goes."""
        if not table.list:
            return str(self.words["of_subjects"].format(count=table.count))
        return str(self.words["of_records"].format(list=self.card.renderer.name(table.list), count=table.count))

    def figure(self, figure: Figure | None) -> str:
        """Write a figure; nothing where adding up says nothing."""
        return "" if figure is None else self.card.figure(figure)

    def sums(self, table: Table) -> list[tuple[str, str]]:
        """Write each sum that there is, with the head of its column."""
        pairs = zip(table.columns, table.sums, strict=True)
        return [(self.head(result), self.figure(total)) for result, total in pairs if total is not None]

    def figures(self, row: Row, table: Table) -> list[str]:
        """Write the figures of a row; of what does not apply there, only that."""
        absent = str(self.card.words["outcomes"]["not_applicable"])
        pairs = zip(table.columns, row.figures, strict=True)
        return [absent if result.id in row.absent else self.figure(figure) for result, figure in pairs]

    def conclusion(self, member: Member) -> str:
        """Say what was concluded of one subject."""
        concluded = member.record.conclusion
        parts = (self.card.kind_of(concluded), self.card.answer_of(concluded))
        return join_items((part for part in parts if part), self.language)

    def findings(self, member: Member) -> tuple[str, ...]:
        """Name the findings that are raised of a subject: what is wrong, and what is due next."""
        rules = {rule.id: rule for rule in self.group.version.scorecard.findings}
        return tuple(
            self.card.label(rules[finding.id].labels, finding.id)
            for finding in member.record.findings
            if finding.outcome is Outcome.MET
        )

    def results(self, member: Member) -> Iterable[tuple[str, str]]:
        """Give the results of one subject, each with its figure and what that waits for."""
        teller = RecordFormatter(member.record, self.group.version.scorecard, self.language)
        waits = {answer.id: waits_for(answer, teller) for answer in member.open_answers}
        figures = {named.id: named.figure for named in member.record.results}
        for result in self.group.version.scorecard.results:
            figure = teller.result(result.name, figures[result.id])
            waiting = waits.get(result.id)
            yield self.head(result), figure + (teller.words["waits"].format(what=waiting) if waiting else "")


_HEADS = ("subject", "list", "record", "result", "unit", "low", "high", "rounded_low", "rounded_high")


def group_text(teller: GroupRenderer) -> str:
    """Write the sums, and what stands and is next of each subject."""
    return "\n".join(typeset(line, teller.language) for line in _lines(teller))


def _lines(teller: GroupRenderer) -> Iterator[str]:
    yield teller.title
    yield teller.about
    if settings := teller.settings:
        yield settings
    for table in teller.tables:
        rows = teller.sums(table)
        if not rows:
            continue
        width = max(display_width(head) for head, _ in rows)
        across = max(display_width(figure) for _, figure in rows)
        yield ""
        yield f"{teller.words['sums']}: {teller.over(table)}"
        for head, figure in rows:
            yield f"  {pad_to_width(head, width)}  {pad_to_width(figure, across, right=True)}"
    yield ""
    yield str(teller.words["subjects"])
    for member in teller.group.members:
        yield f"  {member.name}: {teller.conclusion(member)}"
        yield from (f"    {finding}" for finding in teller.findings(member))
    yield ""
    yield str(teller.words["not_added"])
    yield str(teller.words["trail"].format(example=teller.example))


def group_document(teller: GroupRenderer) -> dict[str, Any]:
    """Give the group for programs: exact figures, sums too."""
    return {
        "scorecardVersion": teller.group.version.name,
        "asOfDate": teller.group.as_of,
        "subjects": [
            {"subject": member.record.subject, "recordDigest": member.digest, "findingIds": _raised(teller, place)}
            for place, member in enumerate(teller.group.members)
        ],
        "tables": [_table(table) for table in teller.tables],
    }


def _raised(teller: GroupRenderer, place: int) -> list[str]:
    return [finding.id for finding in teller.group.members[place].record.findings if finding.outcome.value == "met"]


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
    """Write a line for each figure of each subject and record, exact and rounded; no text is taken for a formula."""
    lines = (
        (block.member.record.subject, table.list, row.key, result.id, figure.unit, *_ends(figure))
        for table in teller.tables
        for block in table.blocks
        for row in block.rows
        for result, figure in zip(table.columns, row.figures, strict=True)
    )
    return table_csv(table_of_cells(_HEADS, lines))


def _ends(figure: Figure) -> tuple[str | None, ...]:
    rounded = figure.rounded or figure.exact
    return figure.exact.low, figure.exact.high, rounded.low, rounded.high


def render_group(teller: GroupRenderer) -> str:
    """Write the page: the sums, then each subject with its results, what is next, and its records with their sum."""
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


def _member(teller: GroupRenderer, place: int) -> dict[str, Any]:
    member = teller.group.members[place]
    return {
        "subject": member.record.subject,
        "digest": member.digest,
        "conclusion": teller.conclusion(member),
        "findings": teller.findings(member),
        "results": list(teller.results(member)),
        "lists": [_records(teller, table, place) for table in teller.tables if table.list and table.blocks[place].rows],
    }


def _records(teller: GroupRenderer, table: Table, place: int) -> dict[str, Any]:
    block = table.blocks[place]
    return {
        "list": teller.card.renderer.name(table.list),
        "heads": [teller.head(result) for result in table.columns],
        "rows": [(row.key, teller.figures(row, table)) for row in block.rows],
        "sums": [teller.figure(total) for total in block.sums],
    }


_DIGITS = 15
"""How many significant digits a spreadsheet program keeps of a number."""
_WIDTH = 24


def write_group(teller: GroupRenderer, out: Path) -> None:
    """Write the workbook. Figures are numbers as the card rounds them; what no number can hold is a text."""
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
        """Write what everything comes to, from which column, and the same sum as the workbook itself makes it."""
        teller = self._renderer
        texts = [teller.title, teller.about, teller.settings, self._words["rounded"], self._words["not_added"]]
        texts.append(self._words["trail"].format(example=teller.example))
        for place, text in enumerate(filter(None, texts)):
            sheet.append([text_cell(sheet, str(text), bold=place == 0)])
        sheet.append([])
        heads = [str(self._words[key]) for key in ("figure", "unit", "sum", "exact", "from_sheet", "again")]
        rows: list[list[Cell]] = []
        for table in teller.tables:
            # Before the figures stand the subject and its conclusion and findings, or the subject and the key.
            first = 3 if table.list else 4
            for number, (result, total) in enumerate(zip(table.columns, table.sums, strict=True)):
                if total is None:
                    continue
                letter = get_column_letter(first + number)
                span = f"{quote_sheetname(self._titles[table.list])}!{letter}2:{letter}{table.count + 1}"
                again = FormattedNumber(f"=SUM({span})", _format(result))
                cells = (self._cell(total, result), _exactly(total), span.replace("'", ""), again)
                rows.append([teller.head(result), total.unit, *cells])
        write_sheet(sheet, table_of_cells(heads, rows, (48, 14, _WIDTH, _WIDTH, 36, _WIDTH)), frozen=None)

    def _subjects(self, sheet: Worksheet, table: Table) -> None:
        """Write a row for each subject: what was concluded, what is next, its results, and the sums of its records."""
        teller = self._renderer
        lists = [candidate for candidate in teller.tables if candidate.list]
        heads = [str(self._words[key]) for key in ("subject", "conclusion", "findings")]
        heads += self._heads(table)
        for list_table in lists:
            name = teller.card.renderer.name(list_table.list)
            heads += [
                self._words["of_each"].format(figure=head, list=name) for head in self._heads(list_table, summed=True)
            ]
        heads.append(str(self._words["digest"]))
        rows = [
            [
                block.member.record.subject,
                teller.conclusion(block.member),
                "\n".join(teller.findings(block.member)),
                *self._figures(block.rows[0], table),
                *(
                    self._cell(total, result)
                    for list_table in lists
                    for result, total in _added_up(list_table, list_table.blocks[place].sums)
                ),
                block.member.digest,
            ]
            for place, block in enumerate(table.blocks)
        ]
        widths = (64 if place == 2 else _WIDTH for place in range(len(heads)))
        write_sheet(sheet, table_of_cells(heads, rows, widths), frozen="B2")

    def _records(self, sheet: Worksheet, table: Table) -> None:
        """Write a row for each record of each subject."""
        heads = [str(self._words["subject"]), self._renderer.card.renderer.name(table.list), *self._heads(table)]
        rows = (
            [block.member.record.subject, record.key, *self._figures(record, table)]
            for block in table.blocks
            for record in block.rows
        )
        write_sheet(sheet, table_of_cells(heads, rows, [_WIDTH] * len(heads)), frozen="C2")

    def _heads(self, table: Table, *, summed: bool = False) -> list[str]:
        """Write the heads of the figures, with their unit; of those that are added up if `summed`."""
        heads = []
        for number, result in enumerate(table.columns):
            units = {row.figures[number].unit for block in table.blocks for row in block.rows} - {""}
            head = self._renderer.head(result)
            if not summed or table.sums[number] is not None:
                heads.append(self._words["unnamed"].format(label=head, unit=units.pop()) if units else head)
        return heads

    def _figures(self, row: Row, table: Table) -> Iterator[Cell]:
        """Give the figures of a row; no cell of what does not apply there."""
        for result, figure in zip(table.columns, row.figures, strict=True):
            yield None if result.id in row.absent else self._cell(figure, result)

    def _cell(self, figure: Figure | None, result: Result) -> Cell:
        """Give a figure as a number if it is one that a spreadsheet program keeps, else as a text."""
        if figure is None:
            return None
        shown = figure.rounded or figure.exact
        if shown.low is None or shown.low != shown.high or "/" in shown.low:
            return self._renderer.figure(figure)
        number = Decimal(shown.low)
        if len(number.as_tuple().digits) > _DIGITS:
            return shown.low
        return FormattedNumber(number, _format(result))


def _added_up(table: Table, sums: Sums) -> list[tuple[Result, Figure | None]]:
    """Give what is added up in the whole table, of one subject; one without records has nothing to add."""
    pairs = zip(table.columns, table.sums, sums, strict=True)
    return [(result, own) for result, whole, own in pairs if whole is not None]


def _format(result: Result) -> str:
    places = result.rounding.places
    return "#,##0" + ("." + "0" * places if places else "")


def _exactly(figure: Figure) -> str:
    low, high = figure.exact.low, figure.exact.high
    if low is not None and low == high:
        return format_exact(parse_exact(low))
    return f"{low or '-∞'} … {high or '∞'}"
