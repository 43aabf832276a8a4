"""Handlers of `draft weights`: judgement sheets, their weights as text, CSV and JSON, and as points in a draft."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from rules.api import compile_folder
from rules.contracts import (
    InputError,
    NumberError,
    RoundingMode,
    Severity,
    Violation,
    attempt,
    format_exact,
    format_places,
    message_factory,
    parse_exact,
    round_to,
    typeset,
    wording_loader,
)
from rules.language import rewrite_points
from rules.weighting import (
    DiagonalRule,
    Indicators,
    ItemBlock,
    NoteCollector,
    PointsKind,
    ScalingScope,
    Sheet,
    SheetPlace,
    SheetRow,
    WeighingInput,
    WeighingOptions,
    read_blocks,
    read_points,
    weigh,
)
from service.input.given_files import read_file
from service.input.tabular.cell_texts import read_delimited_rows, read_text_sheet
from service.input.tabular.csv_parser import DelimitedText
from service.input.tabular.xlsx_access import open_workbook
from service.input.tree.placed_errors import PlacedError
from service.output.tables import read_separated_cell, separated_cells, table_csv, table_of_cells, text_cell
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import files_diff, read_draft
from service.output.terminal.streams import print_error, write_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.contracts import Diagnostic, Json
    from rules.model import PublishedVersion
    from rules.weighting import BlockSum, Chart, Weighting


words = wording_loader(__name__)


_PERCENT_DECIMALS = 3
_POINT_DECIMALS = 4


def arithmetic_text(weighting: Weighting, notes: NoteCollector, language: str) -> str:
    """Render items, scaling rule, sums, checks and warnings."""
    texts = words(language)
    head, *rows = _table(weighting, texts)
    lines = [*_heading_lines(weighting, texts), "", columns_text(head, rows, numbers_right=True), ""]
    lines += [_block_line(block, weighting, texts) for block in weighting.blocks]
    lines += _checks(weighting, texts)
    return "\n".join([*lines, *warning_lines(notes, language)])


def warning_lines(notes: NoteCollector, language: str) -> list[str]:
    """Render one line per warning."""
    word = words(language)["warning"]
    return [
        typeset(f"{word}: {note.place.describe(language)}: {note.message(language)}", language)
        for note in notes.of(Severity.WARNING)
    ]


def arithmetic_csv(weighting: Weighting, language: str) -> str:
    """Render the items without the row of sums."""
    head, *rows = _table(weighting, words(language))[:-1]
    return table_csv(table_of_cells(head, rows), line_end="\n")


def arithmetic_document(
    weighting: Weighting, notes: NoteCollector, language: str, *, draft: dict[str, Json] | None = None
) -> dict[str, Json]:
    """Return the calculation as JSON; numbers are strings."""
    chart = weighting.chart
    rows = _chart_rows(chart) if chart is not None else {}
    return {
        "scale": f"SCALE_{weighting.scale.name}",
        "kind": f"KIND_{weighting.kind.name}",
        "chart": None if chart is None else _chart_document(chart),
        "items": [
            {
                "item": item.item,
                "label": _label(weighting, item.item),
                "block": item.block,
                **({} if chart is None else rows[item.item]),
                "exactPoints": None if item.exact is None else format_exact(item.exact),
                "points": format_exact(item.points),
            }
            for item in weighting.items
        ],
        "blocks": [
            {
                "block": block.block,
                "points": format_exact(block.points),
                "rowTotals": None if block.totals is None else format_exact(block.totals),
                "sum": format_exact(block.found),
            }
            for block in weighting.blocks
        ],
        "total": format_exact(weighting.total),
        "warnings": [
            {"code": note.code, "place": note.place.describe(language), "message": note.message(language)}
            for note in notes.of(Severity.WARNING)
        ],
        "draft": draft,
    }


def _chart_document(chart: Chart) -> dict[str, Json]:
    return {
        "variant": f"VARIANT_{chart.variant.name}",
        "experts": list(chart.experts),
        "mean": [[format_exact(value) for value in row] for row in chart.mean],
        "sum": format_exact(chart.sum),
    }


def _chart_rows(chart: Chart) -> Mapping[str, Mapping[str, str]]:
    return {
        item: {
            "rowTotal": format_exact(total),
            "weight": format_exact(weight),
            "percent": _rounded(100 * weight, _PERCENT_DECIMALS),
        }
        for item, total, weight in zip(chart.items, chart.totals, chart.weights, strict=True)
    }


def _label(weighting: Weighting, item: str) -> str:
    return weighting.labels.get(item, "")


def _rounded(value: Fraction, places: int) -> str:
    return format_places(round_to(value, places, RoundingMode.HALF_EVEN), places)


def _heading_lines(weighting: Weighting, texts: Mapping[str, str]) -> Iterator[str]:
    chart, count = weighting.chart, str(len(weighting.items))
    if chart is None:
        yield texts["title_given"].format(count=count)
        return
    variant = texts[chart.variant.value.replace("-", "_")]
    yield texts["title"].format(count=count, variant=variant, experts=texts["between"].join(chart.experts))
    if len(chart.experts) > 1:
        yield texts["mean"].format(count=len(chart.experts))
    exact = sum((item.exact for item in weighting.items if item.exact is not None), Fraction(0))
    pattern = texts[f"arithmetic_{weighting.scale.value}"]
    yield pattern.format(sum=format_exact(chart.sum), points=format_exact(exact))
    if weighting.kind is PointsKind.WHOLE:
        yield texts["whole_rule"]


def _table(weighting: Weighting, texts: Mapping[str, str]) -> list[list[str]]:
    items = weighting.items
    labels = [_label(weighting, item.item) for item in items]
    columns: list[list[str]] = [[texts["item"], *(item.item for item in items), texts["sum"]]]
    if any(labels):
        columns.append([texts["label"], *labels, ""])
    if weighting.blocks:
        columns.append([texts["block"], *(item.block for item in items), ""])
    if weighting.chart is not None:
        columns += _chart_columns(weighting, weighting.chart, texts)
    if weighting.kind is not PointsKind.EXACT:
        final = [*(item.points for item in items), weighting.total]
        columns.append([texts[weighting.kind.value], *map(format_exact, final)])
    return [list(row) for row in zip(*columns, strict=True)]


def _chart_columns(weighting: Weighting, chart: Chart, texts: Mapping[str, str]) -> Iterator[list[str]]:
    rows_by_item = _chart_rows(chart)
    rows = [rows_by_item[item.item] for item in weighting.items]
    totals = [*(row["rowTotal"] for row in rows), format_exact(chart.sum)]
    yield [texts["total"], *totals]
    yield [texts["weight"], *(f"{total} / {totals[-1]}" for total in totals)]
    yield [texts["percent"], *(row["percent"] for row in rows), _rounded(Fraction(100), _PERCENT_DECIMALS)]
    exact = [item.exact or Fraction(0) for item in weighting.items]
    exact.append(sum(exact, Fraction(0)))
    yield [texts["exact"], *map(format_exact, exact)]
    yield [texts["decimal"], *(_rounded(value, _POINT_DECIMALS) for value in exact)]


def _mark(texts: Mapping[str, str], *, right: bool) -> str:
    return texts["right" if right else "wrong"]


def _block_line(block: BlockSum, weighting: Weighting, texts: Mapping[str, str]) -> str:
    chart = weighting.chart
    slots = {"block": block.block, "points": format_exact(block.points), "found": format_exact(block.found)}
    mark = _mark(texts, right=block.found == block.points)
    if chart is None or block.totals is None:
        return texts["block_sum_given"].format(**slots, mark=mark)
    percent = _rounded(100 * block.totals / chart.sum, _PERCENT_DECIMALS)
    pattern = texts["block_sum_total" if weighting.scale is ScalingScope.TOTAL else "block_sum"]
    return pattern.format(**slots, totals=format_exact(block.totals), percent=percent, mark=mark)


def _checks(weighting: Weighting, texts: Mapping[str, str]) -> Iterator[str]:
    chart = weighting.chart
    if chart is not None:
        count = len(chart.items)
        diagonal = chart.variant is DiagonalRule.WITH_DIAGONAL
        expected = Fraction(count * count if diagonal else count * (count - 1), 2)
        formula = texts["formula_with" if diagonal else "formula_without"].format(count=count, less=count - 1)
        mark = _mark(texts, right=chart.sum == expected)
        yield texts["check_totals"].format(sum=format_exact(chart.sum), formula=formula, mark=mark)
        yield texts["check_weights"].format(mark=_mark(texts, right=sum(chart.weights, Fraction(0)) == 1))
    yield texts["total_points"].format(points=format_exact(weighting.total))


_message = message_factory(__name__)

_FIRST_ITEM_ROW_AND_COLUMN = 3
_COMPUTED_FILL = PatternFill("solid", fgColor="E7E6E6")
_LABEL_WIDTH = 36
_JUDGEMENT_WIDTH = 7


@dataclass(frozen=True, slots=True)
class JudgementTemplate:
    """Items to compare, their labels, and the template language."""

    items: Sequence[str]
    labels: Mapping[str, str]
    language: str

    @property
    def header(self) -> list[str]:
        texts = words(self.language)
        return [texts["item"], texts["label"], *self.items]


def csv_template(template: JudgementTemplate) -> str:
    """Render a CSV template; experts fill in only the upper triangle."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([f"# {words(template.language)['how_csv']}"])
    writer.writerow(separated_cells(template.header))
    for position, item in enumerate(template.items):
        names = separated_cells([item, template.labels.get(item, "")])
        writer.writerow([*names, *[""] * position, "0.5", *_empty_cells(template, position)])
    return text.getvalue()


def _empty_cells(template: JudgementTemplate, position: int) -> list[str]:
    return [""] * (len(template.items) - position - 1)


def xlsx_template(template: JudgementTemplate, experts: int) -> bytes:
    """Render one worksheet per expert; the lower triangle is computed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number in range(1, experts + 1):
        title = words(template.language)["expert"].format(number=number)
        _fill(book.create_sheet(title), template)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, template: JudgementTemplate) -> None:
    texts, size = words(template.language), len(template.items)
    sheet["A1"] = f"# {texts['how_xlsx']}"
    sheet.append([text_cell(sheet, heading, bold=True) for heading in template.header])
    allowed = DataValidation(type="list", formula1='"0,0.5,1"', allow_blank=True, showErrorMessage=True)
    allowed.errorTitle, allowed.error = texts["not_allowed"], texts["allowed"]
    for row, item in enumerate(template.items):
        sheet.append([text_cell(sheet, item, bold=True), text_cell(sheet, template.labels.get(item, ""))])
        sheet.cell(_FIRST_ITEM_ROW_AND_COLUMN + row, _FIRST_ITEM_ROW_AND_COLUMN + row, 0.5).fill = _COMPUTED_FILL
        for column in range(row):
            mirrored = f"{get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + row)}{_FIRST_ITEM_ROW_AND_COLUMN + column}"
            formula = f'=IF(ISNUMBER({mirrored}),1-{mirrored},"")'
            sheet.cell(
                _FIRST_ITEM_ROW_AND_COLUMN + row, _FIRST_ITEM_ROW_AND_COLUMN + column, formula
            ).fill = _COMPUTED_FILL
        if row + 1 < size:
            first, last = (
                get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + row + 1),
                get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + size - 1),
            )
            allowed.add(f"{first}{_FIRST_ITEM_ROW_AND_COLUMN + row}:{last}{_FIRST_ITEM_ROW_AND_COLUMN + row}")
    sheet.add_data_validation(allowed)
    sheet.freeze_panes = f"{get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN)}{_FIRST_ITEM_ROW_AND_COLUMN}"
    sheet.column_dimensions["B"].width = _LABEL_WIDTH
    for column in range(_FIRST_ITEM_ROW_AND_COLUMN, _FIRST_ITEM_ROW_AND_COLUMN + size):
        sheet.column_dimensions[get_column_letter(column)].width = _JUDGEMENT_WIDTH


MAXIMUM_BYTES = 2_000_000
MAXIMUM_ROWS = 1_000
_KINDS = _message("KINDS")


def read_sheets(paths: Sequence[Path]) -> tuple[Sheet, ...]:
    """Read each CSV file and nonempty worksheet as the judgements of one expert."""
    sheets: list[tuple[Path, Sheet]] = []
    violations: list[Violation] = []
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            violations.append(Violation(str(path), _message("FILE_TWICE"), "FILE_TWICE"))
            continue
        seen.add(path.resolve())
        sheets += [(path, sheet) for sheet in attempt(violations, _read_sheets, path) or ()]
    if violations:
        raise InputError(tuple(violations))
    names = Counter(sheet.expert for _, sheet in sheets)
    return tuple(
        sheet if names[sheet.expert] == 1 else replace(sheet, expert=f"{path}: {sheet.expert}")
        for path, sheet in sheets
    )


def read_table(path: Path) -> Sheet:
    """Read the only nonempty table of a CSV file or workbook."""
    sheets = _read_sheets(path)
    if len(sheets) != 1:
        titles = ", ".join(sheet.title for sheet in sheets)
        raise _input_error(path, _message("SEVERAL_SHEETS", count=len(sheets), titles=titles), "SEVERAL_SHEETS")
    return sheets[0]


def _input_error(path: Path, description: str, reason: str) -> InputError:
    return InputError.of(str(path), description, reason)


def _read_sheets(path: Path) -> tuple[Sheet, ...]:
    if not path.exists() or path.is_dir():
        raise _input_error(path, _message("NOT_THERE", kinds=_KINDS), "NOT_FOUND")
    content = read_file(path, most=MAXIMUM_BYTES)
    try:
        match path.suffix.lower():
            case ".csv":
                return (_csv(path, content),)
            case ".xlsx":
                return _workbook(path, content)
            case _:
                raise _input_error(path, _message("NEITHER", kinds=_KINDS), "UNKNOWN_FORMAT")
    except PlacedError as error:
        raise error.of_file(str(path)) from None


def _csv(path: Path, content: bytes) -> Sheet:
    """Accept only commas: other separators allow decimal commas."""
    separated = DelimitedText(content)
    rows = tuple(
        SheetRow(row.line, tuple(map(read_separated_cell, row.cells)))
        for row in read_delimited_rows(separated, ",", most_rows=MAXIMUM_ROWS)
    )
    guessed = next((note.position.line for note in separated.notes if note.position is not None), 0)
    sheet = Sheet(str(path), path.stem, rows, guessed=guessed)
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if sheet.content() and all(mark in row.cells[0] and not any(row.cells[1:]) for row in sheet.content()):
            raise _input_error(path, _message("OTHER_SEPARATOR", name=name), "NOT_COMMAS")
    return sheet


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    with open_workbook(content, saved_values=True) as book:
        text_sheets = [read_text_sheet(sheet, most_rows=MAXIMUM_ROWS) for sheet in book]
    sheets = tuple(
        Sheet(
            str(path),
            sheet.title,
            tuple(SheetRow(row.number, row.cells) for row in sheet.rows),
            sheet.title,
            hidden=tuple(note.description for note in sheet.notes),
        )
        for sheet in text_sheets
    )
    return tuple(sheet for sheet in sheets if sheet.content()) or sheets[:1]


@dataclass(frozen=True, slots=True)
class WeightSources:
    """Input files, and the scorecard folder that receives the points."""

    judgements: Sequence[Path] = ()
    blocks: Path | None = None
    points: Path | None = None
    card: Path | None = None


@dataclass(frozen=True, slots=True)
class RewrittenDraft:
    """Changed draft files, their diff and compile errors."""

    files: Mapping[str, str]
    difference: str
    problems: tuple[Diagnostic, ...]


def compute_weights(  # noqa: PLR0913, PLR0917 -- one per option
    judgements: Sequence[Path],
    blocks: Path | None,
    points: Path | None,
    variant: str,
    scale: str,
    total: str,
    integers: bool,
    strict: bool,
    write: Path | None,
    template: str | None,
    experts: int,
    format: str,
    out: Path | None,
    language: str,
) -> CommandResult:
    """Compute weights and optionally write them into a draft, or write a template."""
    if template is not None:
        write_output(str(_write_template(template, judgements, out, experts=experts, language=language)))
        return CommandResult("")
    options = WeighingOptions(
        variant=DiagonalRule(variant), scale=ScalingScope(scale), whole=integers, total=_read_total(total)
    )
    if integers and points is not None:
        raise InputError.of("--integers", _message("INTEGERS_WITH_POINTS"), "NOT_ALLOWED")
    weighting, notes = _weigh_sources(
        WeightSources(judgements, blocks, points, write), options, language, strict=strict
    )
    written = None if write is None else _apply_points(write, weighting.points)
    if format == "csv":
        answer = arithmetic_csv(weighting, language)
        for warning in warning_lines(notes, language):
            print_error(warning)
    else:
        answer = arithmetic_text(weighting, notes, language)
    if format != "json":
        write_output(answer, out)
    if write is not None and written is not None:
        _write_draft_files(write, written)
        for line in _change_lines(write, written, language) if format != "json" else ():
            (write_output if format == "text" else print_error)(line)
    document = arithmetic_document(
        weighting, notes, language, draft=None if written is None else _draft_document(written)
    )
    return CommandResult("", bool(written and written.problems), document)


def _write_template(
    items_or_folder: str, judgements: Sequence[Path], out: Path | None, *, experts: int, language: str
) -> Path:
    violations = []
    if judgements:
        violations.append(Violation("JUDGEMENTS", _message("NO_JUDGEMENTS_WANTED"), "NOT_ALLOWED"))
    if out is None:
        violations.append(Violation("--out", _message("TEMPLATE_NEEDS_OUT"), "NOT_FOUND"))
    if violations or out is None:
        raise InputError(tuple(violations))
    _make_template(items_or_folder, out, experts=experts, language=language)
    return out


def _draft_document(written: RewrittenDraft) -> dict[str, Json]:
    return {
        "files": sorted(written.files),
        "difference": written.difference,
        "problems": [problem.render() for problem in written.problems],
    }


def _change_lines(folder: Path, written: RewrittenDraft, language: str) -> Iterator[str]:
    texts = words(language)
    if written.files:
        yield f"\n{written.difference}\n"
        yield texts["written"].format(count=len(written.files), folder=folder)
    else:
        yield texts["nothing_written"]
    if written.problems:
        yield "\n".join([texts["problems"], *(problem.render() for problem in written.problems)])


def _weigh_sources(
    sources: WeightSources, way: WeighingOptions, language: str, *, strict: bool
) -> tuple[Weighting, NoteCollector]:
    """Compute weights; a folder's blocks are the sections of its scorecard."""
    if not sources.judgements and sources.points is None:
        raise InputError.of("JUDGEMENTS", _message("NOTHING_TO_WEIGH"), "NOT_FOUND")
    notes = NoteCollector()
    folder = sources.card or (sources.blocks if sources.blocks is not None and sources.blocks.is_dir() else None)
    draft = read_draft(folder, ()) if folder is not None else None
    weighing_input = WeighingInput(
        sheets=tuple(notes.taken(sheet) for sheet in read_sheets(sources.judgements)),
        blocks=_blocks(sources, notes),
        table=read_points(notes.taken(read_table(sources.points)), notes) if sources.points is not None else None,
        indicators=_indicators(draft, folder, language) if draft is not None and folder is not None else None,
    )
    weighting = weigh(weighing_input, way, notes)
    notes.refuse(language, strict=strict)
    if weighting is None:
        raise AssertionError("without an error there are weights")
    return weighting, notes


def _blocks(sources: WeightSources, notes: NoteCollector) -> tuple[ItemBlock, ...]:
    path = sources.blocks or sources.card
    if path is None:
        return ()
    if not path.is_dir():
        return read_blocks(notes.taken(read_table(path)), notes)
    card = read_draft(path, ()).scorecard
    return tuple(
        ItemBlock(
            section.id,
            section.maximum,
            tuple(indicator.id for indicator in card.indicators if indicator.section == section.id),
            SheetPlace(str(path)),
        )
        for section in card.sections
    )


def _indicators(draft: PublishedVersion, folder: Path, language: str) -> Indicators:
    labels = {indicator.id: indicator.labels.get(language, "") for indicator in draft.scorecard.indicators}
    return Indicators(draft.scorecard.card.id, labels, SheetPlace(str(folder)))


def _apply_points(folder: Path, points: Mapping[str, Fraction]) -> RewrittenDraft:
    draft = read_draft(folder, ())
    files = {path: _with_stored_line_ends(folder / path, text) for path, text in draft.sources.items()}
    changed = rewrite_points(files, compile_folder(draft.sources), points)
    after = compile_folder({**files, **changed})
    problems = tuple(diagnostic for diagnostic in after.diagnostics if diagnostic.severity is Severity.ERROR)
    return RewrittenDraft(changed, files_diff(files, changed), problems)


def _with_stored_line_ends(path: Path, text: str) -> str:
    stored = path.read_bytes().decode("utf-8") if path.is_file() else text
    return stored if stored.replace("\r\n", "\n") == text else text


def _write_draft_files(folder: Path, written: RewrittenDraft) -> None:
    """Write the changed files without line-ending conversion."""
    for path, text in written.files.items():
        (folder / path).write_bytes(text.encode("utf-8"))


def _make_template(wanted: str, out: Path, *, experts: int, language: str) -> None:
    items, labels = _template_items(wanted, language)
    template = JudgementTemplate(items, labels, language)
    match out.suffix.lower():
        case ".csv" if experts == 1:
            out.write_text(csv_template(template), encoding="utf-8")
        case ".xlsx":
            out.write_bytes(xlsx_template(template, experts))
        case ".csv":
            raise InputError.of("--experts", _message("CSV_OF_ONE"), "NOT_ALLOWED")
        case _:
            raise InputError.of("--out", _message("NEITHER_CSV_NOR_XLSX", out=out), "UNKNOWN_FORMAT")


def _template_items(items_or_folder: str, language: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    if Path(items_or_folder).is_dir():
        indicators = read_draft(Path(items_or_folder), ()).scorecard.indicators
        return tuple(indicator.id for indicator in indicators), {
            indicator.id: indicator.labels.get(language, "") for indicator in indicators
        }
    items = tuple(item.strip() for item in items_or_folder.split(","))
    duplicates = sorted({item for item in items if items.count(item) > 1})
    if len(items) < 2 or not all(items) or duplicates:
        problem = (
            _message("ITEMS_TWICE", items=duplicates) if duplicates else _message("NO_ITEMS", wanted=items_or_folder)
        )
        raise InputError.of("--template", _message("NAME_ITEMS", found=problem), "NOT_ALLOWED")
    return items, {}


def _read_total(text: str) -> Fraction:
    try:
        total = parse_exact(text)
    except NumberError:
        total = Fraction(0)
    if total <= 0:
        raise InputError.of("--total", _message("NOT_POSITIVE", found=text), "NOT_ALLOWED")
    return total
