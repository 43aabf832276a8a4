"""Diagnostics reference page with examples."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from rules.api import check_folder
from rules.language import MAIN_VARIANT, CatalogueEntry, read_catalogue
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CORPUS = CHECKOUT / "tests" / "corpus"
_HEAD = """# Diagnostics

What `touchstone check` says of a rule source begins with a code, and this page tells each code's meaning; search it for
the one that you were given. Errors stop publication, warnings do not. Under each code stand its messages in both
languages, and files that are wrong and right with the least change between them.

Written from the catalogue and the corpus by `make docs`. Codes are never reused. Words in braces are filled in.
"""
_LANGUAGES = {"en": "English", "zh": "中文"}


def diagnostics_page() -> str:
    """Return the diagnostics page."""
    entries = read_catalogue().values()
    index = [f"| [{entry.code}](#{entry.code.lower()}) | {entry.severity} | {_titles(entry)} |" for entry in entries]
    table = "\n".join(("| code | severity | title |", "|---|---|---|", *index))
    return "\n".join((_HEAD, table, "", *("\n".join(_section(entry)) for entry in entries)))


def _titles(entry: CatalogueEntry) -> str:
    return " · ".join(entry.title[language] for language in _LANGUAGES)


def _section(entry: CatalogueEntry) -> Iterator[str]:
    yield f"## {entry.code}\n"
    yield f"**{_titles(entry)}** ({entry.severity})\n"
    yield f"{entry.explanation}\n"
    yield "| | says | hint |\n|---|---|---|"
    for name, templates in entry.variants.items():
        for language in _LANGUAGES:
            template = templates[language]
            label = language if name == MAIN_VARIANT else f"{name}, {language}"
            yield f"| {label} | {_cell(template.message)} | {_cell(template.hint)} |"
    yield ""
    for folder in sorted((CORPUS / "bad").glob(f"{entry.code}*")):
        yield from _example(entry.code, folder)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _example(code: str, folder: Path) -> Iterator[str]:
    wrong, right = _files(folder), _files(CORPUS / "good" / folder.name)
    table_store = TableStore(CHECKOUT / "scorecards" / FOLDER)
    messages = [item.render() for item in check_folder(wrong, tables=table_store).diagnostics if item.code == code]
    yield f"`tests/corpus/bad/{folder.name}`, and what makes it right:\n"
    yield "```text\n" + "\n".join(messages) + "\n```\n"
    yield "```diff\n" + "\n".join(line for name in wrong for line in _changes(wrong[name], right[name])) + "\n```\n"


def _files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}


def _changes(wrong: str, right: str) -> Iterator[str]:
    lines = difflib.unified_diff(wrong.splitlines(), right.splitlines(), n=0, lineterm="")
    yield from (line for line in lines if line[:2] not in {"--", "++", "@@", "-#"} or line.startswith("-# language"))
