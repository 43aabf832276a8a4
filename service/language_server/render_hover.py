"""Hover text of a symbol in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, wording_loader
from rules.language import cell_values, first_row, load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import Location
    from rules.model import Basis
    from service.language_server.names import SymbolEntry
    from service.language_server.readings import FolderAnalysis

words = wording_loader(__name__)

_MAX_HOVER_NAMES = 4
_MAX_BASES = 6


def hover_text(reading: FolderAnalysis, language: str, names: Sequence[SymbolEntry]) -> str:
    """Return the Markdown description of names."""
    return "\n\n---\n\n".join(
        "\n\n".join(_symbol_sections(reading, language, name)) for name in names[:_MAX_HOVER_NAMES]
    )


def _symbol_sections(reading: FolderAnalysis, language: str, name: SymbolEntry) -> Iterator[str]:
    texts = words(language)
    between = texts["between"]
    yield _heading(reading, language, name)
    location = reading.locations.get(language, {}).get(name.place)
    pairs = [] if location is None else list(_definition_cells(reading, location))
    if pairs:
        yield "\n".join(f"- {head}{between if head else ''}{_escape_markdown(cell)}" for head, cell in pairs)
    unit = str(getattr(name.definition, "unit", ""))
    if unit and not any(head for head, _ in pairs):
        yield f"{texts['unit']}{between}{_escape_markdown(load_lexicon(language).write_unit(unit))}"
    yield from _basis_section(reading, language, name)


def _heading(reading: FolderAnalysis, language: str, name: SymbolEntry) -> str:
    """Return the name, its kind and id, and its labels in other languages."""
    labels = [
        other.label
        for each in LANGUAGES
        if each != language and each in reading.names
        for other in reading.names[each].all
        if other.path == name.path and other.label
    ]
    ids = [f"`{name.id}`"] if name.label else []
    kind = words(language)["kinds"][name.kind]
    return " · ".join([f"**{_escape_markdown(name.shown)}**", kind, *ids, *map(_escape_markdown, labels)])


def _basis_section(reading: FolderAnalysis, language: str, name: SymbolEntry) -> Iterator[str]:
    texts, scorecard = words(language), reading.scorecards.get(language)
    known = {} if scorecard is None else {basis.id: basis for basis in scorecard.bases}
    bases = [known[id] for id in dict.fromkeys(_basis_ids(name.definition)) if id in known]
    if bases:
        shown = [f"- {_escape_markdown(_basis_line(basis, language))}" for basis in bases[:_MAX_BASES]]
        more = ["- …"] if len(bases) > _MAX_BASES else []
        yield "\n".join([f"{texts['basis']}{texts['between']}", "", *shown, *more])


def _definition_cells(reading: FolderAnalysis, location: Location) -> Iterator[tuple[str, str]]:
    lines = reading.lines.get(location.path, ())
    if not 0 < location.line <= len(lines):
        return
    line = lines[location.line - 1].strip()
    if not line.startswith("|"):
        yield "", line
        return
    headings = cell_values(lines[first_row(lines, location.line - 1)])
    for heading, cell in zip(headings, cell_values(line), strict=False):
        if cell:
            yield heading, cell


def _basis_ids(definition: object) -> Iterator[str]:
    yield from getattr(definition, "basis", ())
    for row in getattr(definition, "rows", ()):
        yield from getattr(row, "basis", ())


def _basis_line(basis: Basis, language: str) -> str:
    certainty = load_lexicon(language).words["certainties"].write(basis.certainty)
    return f"{basis.id} · {basis.instrument}, {basis.place} · {certainty}"


def _escape_markdown(text: str) -> str:
    return "".join(f"\\{character}" if character in r"\`*_{}[]<>#|!&~" else character for character in text)
