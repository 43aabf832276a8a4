"""Handlers that export rule tables to a spreadsheet and import the edited file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import join_items
from rules.language import AddedDefinition, language_of, tables_of
from service.gazette.tables import FOLDER, TableStore
from service.input.given_files import has_workbook_suffix
from service.input.rule_tables.bringing_back import addition_place, import_rule_tables
from service.input.rule_tables.forms import find_misplaced_tables, words
from service.input.rule_tables.rule_table_reader import read_blocks
from service.input.rule_tables.rule_table_writer import AdditionSheets, write_table_csv, write_table_workbook
from service.output.tables import check_new_table_file
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import chosen_sources, read_sources, read_texts, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import TableSource
    from service.input.rule_tables.bringing_back import Addition, RuleTableImport, TableEdit
    from service.input.rule_tables.forms import MisplacedTables


def export_tables(folder: Path, out: Path, files: str | None, language: str) -> str:
    """Write the tables of a draft to a workbook or CSV."""
    texts = read_texts(folder)
    chosen_sources(folder, files)
    check_new_table_file(out, "FILE")
    chosen = {path: text for path, text in texts.items() if files is None or language_of(path) == files}
    tables = tables_of(chosen)
    new = AdditionSheets(chosen, language)
    out.write_bytes(write_table_workbook(tables, new) if has_workbook_suffix(out) else write_table_csv(tables, new))
    return str(words(language)["back"]["out"]).format(count=len(tables), file=out)


def read_tables(
    texts: Mapping[str, str], file: Path, tables: TableSource, language: str, shared: Mapping[str, str] | None = None
) -> tuple[list[str], RuleTableImport]:
    """Return the changes in words and the resulting files.

    Raises:
        PlacedError: If cells are wrong, or the draft would have new errors.
    """
    draft_tables = tables_of(texts)
    blocks = read_blocks(file, draft_tables)
    imported = import_rule_tables(texts, blocks, tables, shared)
    phrases, groups = words(language)["back"], words(language)["groups"]
    lines = [_notice_line(notice, phrases, groups, language) for notice in find_misplaced_tables(draft_tables, blocks)]
    lines += [_change_line(change, phrases) for change in imported.changes]
    lines += [_addition_line(new, phrases) for new in imported.new]
    return lines, imported


def import_tables(folder: Path, file: Path, write: bool, gazette: Path, language: str) -> CommandResult:
    """Import edited tables, or list the changes."""
    texts = read_texts(folder)
    shared = {path: text for path, text in read_sources(folder).items() if path not in texts}
    lines, imported = read_tables(texts, file, TableStore(gazette / FOLDER), language, shared)
    phrases = words(language)["back"]
    if not imported.changes and not imported.new:
        return CommandResult("\n".join([*lines, phrases["nothing"]]))
    if imported.elsewhere:
        lines.append(phrases["elsewhere"].format(count=len(imported.elsewhere), folder=folder))
    counts = {"count": len(imported.changes) + len(imported.new), "files": len(imported.files)}
    if write:
        write_files(folder, imported.files)
    lines.append(phrases["written" if write else "shown"].format(folder=folder, **counts))
    return CommandResult("\n".join(lines), no=not write)


def _notice_line(notice: MisplacedTables, phrases: dict[str, str], groups: dict[str, str], language: str) -> str:
    tables = join_items(dict.fromkeys(table.sentence for table in notice.tables), language)
    first = notice.tables[0]
    return phrases[notice.kind].format(
        sheet=groups[notice.group], now=notice.now, tables=tables, path=first.path, line=first.sentence_line + 1
    )


def _addition_line(new: Addition, phrases: dict[str, str]) -> str:

    addition = new.addition
    if isinstance(addition, AddedDefinition):
        rows = max(len(addition.rows) - 1, 0)
        return phrases["sentence"].format(place=addition_place(new), sentence=addition.sentence, count=rows)
    return phrases["example"].format(place=addition_place(new), title=addition.title)


def _change_line(change: TableEdit, phrases: dict[str, str]) -> str:
    table = change.table
    kind = "cell" if change.column else "new" if change.now else "gone"
    return phrases[kind].format(
        path=table.path,
        line=table.sentence_line + 1,
        sentence=table.sentence,
        row=change.row,
        column=change.column,
        was=change.was or phrases["blank"],
        now=change.now or phrases["blank"],
    )
