"""Handler of `draft weights`: weights from judgements of pairs, written as points into a draft."""

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

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class WeightSources:
    """Where judgements, blocks and points come from, and the folder of the card that gets the weights."""

    judgements: Sequence[Path] = ()
    blocks: Path | None = None
    points: Path | None = None
    card: Path | None = None


@dataclass(frozen=True, slots=True)
class RewrittenDraft:
    """The files of a draft with other points: what changes, and the errors that the draft has now."""

    files: Mapping[str, str]
    difference: str
    problems: tuple[Diagnostic, ...]


def compute_weights(  # noqa: PLR0913, PLR0917 -- one for each option
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
    """Weigh what is given and put the points into a draft, or write the sheets to be filled in."""
    if template is not None:
        write_output(str(_made_template(template, judgements, out, experts=experts, language=language)))
        return CommandResult("")
    way = WeighingOptions(
        variant=DiagonalRule(variant), scale=ScalingScope(scale), whole=integers, total=read_total(total)
    )
    if integers and points is not None:
        raise InputError((Violation("--integers", _say("INTEGERS_WITH_POINTS"), "NOT_ALLOWED"),))
    weighting, notes = weigh_sources(WeightSources(judgements, blocks, points, write), way, language, strict=strict)
    written = None if write is None else apply_points(write, weighting.points)
    if format == "csv":
        answer = arithmetic_csv(weighting, language)
        for warning in warning_lines(notes, language):
            print_error(warning)
    else:
        answer = arithmetic_text(weighting, notes, language)
    if format != "json":
        write_output(answer, out)
    if write is not None and written is not None:
        write_draft_files(write, written)
        for line in _change_lines(write, written, language) if format != "json" else ():
            (write_output if format == "text" else print_error)(line)
    document = arithmetic_document(
        weighting, notes, language, draft=None if written is None else _draft_document(written)
    )
    return CommandResult("", bool(written and written.problems), document)


def _made_template(wanted: str, judgements: Sequence[Path], out: Path | None, *, experts: int, language: str) -> Path:
    wrong = []
    if judgements:
        wrong.append(Violation("JUDGEMENTS", _say("NO_JUDGEMENTS_WANTED"), "NOT_ALLOWED"))
    if out is None:
        wrong.append(Violation("--out", _say("TEMPLATE_NEEDS_OUT"), "NOT_FOUND"))
    if wrong or out is None:
        raise InputError(tuple(wrong))
    make_template(wanted, out, experts=experts, language=language)
    return out


def _draft_document(written: RewrittenDraft) -> dict[str, Json]:
    return {
        "files": sorted(written.files),
        "difference": written.difference,
        "problems": [problem.render() for problem in written.problems],
    }


def _change_lines(folder: Path, written: RewrittenDraft, language: str) -> Iterator[str]:
    """Say what changed in a draft, and which errors it has now."""
    own = words(language)
    if written.files:
        yield f"\n{written.difference}\n"
        yield own["written"].format(count=len(written.files), folder=folder)
    else:
        yield own["nothing_written"]
    if written.problems:
        yield "\n".join([own["problems"], *(problem.render() for problem in written.problems)])


def weigh_sources(
    sources: WeightSources, way: WeighingOptions, language: str, *, strict: bool
) -> tuple[Weighting, NoteCollector]:
    """Weigh what the files say; the blocks of a folder are the sections of its card."""
    if not sources.judgements and sources.points is None:
        description = _say("NOTHING_TO_WEIGH")
        raise InputError((Violation("JUDGEMENTS", description, "NOT_FOUND"),))
    notes = NoteCollector()
    folder = sources.card or (sources.blocks if sources.blocks is not None and sources.blocks.is_dir() else None)
    draft = read_draft(folder, ()) if folder is not None else None
    material = WeighingInput(
        sheets=tuple(notes.taken(sheet) for sheet in read_sheets(sources.judgements)),
        blocks=_blocks(sources, notes),
        table=read_points(notes.taken(read_table(sources.points)), notes) if sources.points is not None else None,
        indicators=_indicators(draft, folder, language) if draft is not None and folder is not None else None,
    )
    weighting = weigh(material, way, notes)
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


def apply_points(folder: Path, points: Mapping[str, Fraction]) -> RewrittenDraft:
    """Put points into the files of a draft that compiles; nothing is written yet."""
    draft = read_draft(folder, ())
    files = {path: _as_stored(folder / path, text) for path, text in draft.sources.items()}
    changed = rewrite_points(files, compile_folder(draft.sources), points)
    after = compile_folder({**files, **changed})
    problems = tuple(diagnostic for diagnostic in after.diagnostics if diagnostic.severity is Severity.ERROR)
    return RewrittenDraft(changed, files_diff(files, changed), problems)


def _as_stored(path: Path, text: str) -> str:
    """Give the text with the ends of lines that the file has."""
    stored = path.read_bytes().decode("utf-8") if path.is_file() else text
    return stored if stored.replace("\r\n", "\n") == text else text


def write_draft_files(folder: Path, written: RewrittenDraft) -> None:
    """Write the changed files, byte for byte."""
    for path, text in written.files.items():
        (folder / path).write_bytes(text.encode("utf-8"))


def make_template(wanted: str, out: Path, *, experts: int, language: str) -> None:
    """Write an empty sheet of judgements for the indicators of a folder, or for items parted by commas."""
    items, labels = _template_items(wanted, language)
    template = JudgementTemplate(items, labels, language)
    match out.suffix.lower():
        case ".csv" if experts == 1:
            out.write_text(csv_template(template), encoding="utf-8")
        case ".xlsx":
            out.write_bytes(xlsx_template(template, experts))
        case ".csv":
            description = _say("CSV_OF_ONE")
            raise InputError((Violation("--experts", description, "NOT_ALLOWED"),))
        case _:
            description = _say("NEITHER_CSV_NOR_XLSX", out=out)
            raise InputError((Violation("--out", description, "UNKNOWN_FORMAT"),))


def _template_items(wanted: str, language: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    if Path(wanted).is_dir():
        indicators = read_draft(Path(wanted), ()).scorecard.indicators
        return tuple(indicator.id for indicator in indicators), {
            indicator.id: indicator.labels.get(language, "") for indicator in indicators
        }
    items = tuple(item.strip() for item in wanted.split(","))
    doubled = sorted({item for item in items if items.count(item) > 1})
    if len(items) < 2 or not all(items) or doubled:
        problem = _say("ITEMS_TWICE", items=doubled) if doubled else _say("NO_ITEMS", wanted=wanted)
        description = _say("NAME_ITEMS", found=problem)
        raise InputError((Violation("--template", description, "NOT_ALLOWED"),))
    return items, {}


def read_total(text: str) -> Fraction:
    """Read the points of the whole."""
    try:
        total = parse_exact(text)
    except NumberError:
        total = Fraction(0)
    if total <= 0:
        raise InputError((Violation("--total", _say("NOT_POSITIVE", found=text), "NOT_ALLOWED"),))
    return total
