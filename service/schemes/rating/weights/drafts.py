"""Handler of `draft weights`: weights from pairwise judgements as points in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import InputError, NumberError, Severity, Violation, message_factory, parse_exact
from rules.language import rewrite_points
from rules.weighting import (
    DiagonalRule,
    Indicators,
    ItemBlock,
    NoteCollector,
    ScalingScope,
    SheetPlace,
    WeighingInput,
    WeighingOptions,
    read_blocks,
    read_points,
    weigh,
)
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import files_diff, read_draft
from service.output.terminal.output import print_error, write_output
from service.schemes.rating.weights.arithmetic import (
    arithmetic_csv,
    arithmetic_document,
    arithmetic_text,
    warning_lines,
    words,
)
from service.schemes.rating.weights.sheets import (
    JudgementTemplate,
    csv_template,
    read_sheets,
    read_table,
    xlsx_template,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts import Diagnostic, Json
    from rules.model import PublishedVersion
    from rules.weighting import Weighting

_message = message_factory(__name__)


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
        raise InputError((Violation("--integers", _message("INTEGERS_WITH_POINTS"), "NOT_ALLOWED"),))
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
        description = _message("NOTHING_TO_WEIGH")
        raise InputError((Violation("JUDGEMENTS", description, "NOT_FOUND"),))
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
            description = _message("CSV_OF_ONE")
            raise InputError((Violation("--experts", description, "NOT_ALLOWED"),))
        case _:
            description = _message("NEITHER_CSV_NOR_XLSX", out=out)
            raise InputError((Violation("--out", description, "UNKNOWN_FORMAT"),))


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
        description = _message("NAME_ITEMS", found=problem)
        raise InputError((Violation("--template", description, "NOT_ALLOWED"),))
    return items, {}


def _read_total(text: str) -> Fraction:
    try:
        total = parse_exact(text)
    except NumberError:
        total = Fraction(0)
    if total <= 0:
        raise InputError((Violation("--total", _message("NOT_POSITIVE", found=text), "NOT_ALLOWED"),))
    return total
