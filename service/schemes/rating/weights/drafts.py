"""What do judgements weigh, and how do the weights get into a draft?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.numbers import NumberError, parse_exact
from rules.language.compiler import compile_folder
from rules.language.repoint import repoint
from rules.weighting.blocks import Block, Indicators, read_blocks, read_points
from rules.weighting.notes import Notes
from rules.weighting.sheets import SheetPlace
from rules.weighting.weigh import Material, weigh
from service.answering.terminal.desk import changes, read_draft
from service.schemes.rating.weights.sheets import Template, csv_template, read_sheets, read_table, xlsx_template

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.diagnostics import Diagnostic
    from rules.model.published import Published
    from rules.weighting.scaling import Weighting
    from rules.weighting.weigh import Way

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where judgements, blocks and points come from, and the folder of the card that gets the weights."""

    judgements: Sequence[Path] = ()
    blocks: Path | None = None
    points: Path | None = None
    card: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a draft with other points: what changes, and the errors that the draft has now."""

    files: Mapping[str, str]
    difference: str
    problems: tuple[Diagnostic, ...]


def weigh_sources(sources: Sources, way: Way, language: str, *, strict: bool) -> tuple[Weighting, Notes]:
    """Weigh what the files say; the blocks of a folder are the sections of its card.

    Raises:
        InputError: a file cannot be read, or something in it is wrong; every such cell is a violation.
        RuleSourceError: the folder of a card has errors.
    """
    if not sources.judgements and sources.points is None:
        description = _say("NOTHING_TO_WEIGH")
        raise InputError((Violation("JUDGEMENTS", description, "NOT_FOUND"),))
    notes = Notes()
    folder = sources.card or (sources.blocks if sources.blocks is not None and sources.blocks.is_dir() else None)
    draft = read_draft(folder, ()) if folder is not None else None
    material = Material(
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


def _blocks(sources: Sources, notes: Notes) -> tuple[Block, ...]:
    given = sources.blocks or sources.card
    if given is None:
        return ()
    if not given.is_dir():
        return read_blocks(notes.taken(read_table(given)), notes)
    card = read_draft(given, ()).scorecard
    return tuple(
        Block(
            section.id,
            section.maximum,
            tuple(one.id for one in card.indicators if one.section == section.id),
            SheetPlace(str(given)),
        )
        for section in card.sections
    )


def _indicators(draft: Published, folder: Path, language: str) -> Indicators:
    labels = {one.id: one.labels.get(language, "") for one in draft.scorecard.indicators}
    return Indicators(draft.scorecard.card.id, labels, SheetPlace(str(folder)))


def rewrite(folder: Path, points: Mapping[str, Fraction]) -> Written:
    """Put points into the files of a draft that compiles; nothing is written yet.

    Raises:
        InputError: the folder holds no files.
        RuleSourceError: the files have errors; every diagnostic is listed.
    """
    draft = read_draft(folder, ())
    files = {path: _as_stored(folder / path, text) for path, text in draft.sources.items()}
    changed = repoint(files, compile_folder(draft.sources), points)
    after = compile_folder({**files, **changed})
    problems = tuple(one for one in after.diagnostics if one.severity is Severity.ERROR)
    return Written(changed, changes(files, changed), problems)


def _as_stored(path: Path, text: str) -> str:
    """Give the text with the ends of lines that the file has."""
    stored = path.read_bytes().decode("utf-8") if path.is_file() else text
    return stored if stored.replace("\r\n", "\n") == text else text


def store(folder: Path, written: Written) -> None:
    """Write the changed files, byte for byte."""
    for path, text in written.files.items():
        (folder / path).write_bytes(text.encode("utf-8"))


def make_template(wanted: str, out: Path, *, experts: int, language: str) -> None:
    """Write an empty sheet of judgements for the indicators of a folder, or for items parted by commas.

    Raises:
        InputError: there are not at least two different items, or the file is neither CSV nor XLSX by its name.
        RuleSourceError: the folder has errors.
    """
    items, labels = _template_items(wanted, language)
    template = Template(items, labels, language)
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
        return tuple(one.id for one in indicators), {one.id: one.labels.get(language, "") for one in indicators}
    items = tuple(item.strip() for item in wanted.split(","))
    doubled = sorted({item for item in items if items.count(item) > 1})
    if len(items) < 2 or not all(items) or doubled:
        found = _say("ITEMS_TWICE", items=doubled) if doubled else _say("NO_ITEMS", wanted=wanted)
        description = _say("NAME_ITEMS", found=found)
        raise InputError((Violation("--template", description, "NOT_ALLOWED"),))
    return items, {}


def read_total(text: str) -> Fraction:
    """Read the points of the whole.

    Raises:
        InputError: they are no number above zero.
    """
    try:
        total = parse_exact(text)
    except NumberError:
        total = Fraction(0)
    if total <= 0:
        raise InputError((Violation("--total", _say("NOT_POSITIVE", found=text), "NOT_ALLOWED"),))
    return total
