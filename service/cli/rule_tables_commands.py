"""How are `rule-tables out` and `rule-tables back` called?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import listed, speaker
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FilesOption,
    GazetteOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Exit, Language, answering, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from service.reading.rule_tables.bringing_back import Change
    from service.reading.rule_tables.missing import Notice
    from service.reading.rule_tables.new_rows import New

_say = speaker(__name__)

DraftArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of the drafting desk, such as features/zero-carbon-factory.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        cls=Group,
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Edit the tables of a draft in a spreadsheet program: write them out, and bring them back.",
    )
    add_command(group, "out", out_command)
    add_command(group, "back", back_command)
    app.add_typer(group, name="rule-tables")


def out_command(
    folder: DraftArgument,
    out: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write: .xlsx, or .csv for separated values.")
    ],
    *,
    files: FilesOption = None,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write all tables of a draft into a workbook or CSV, to be edited in Excel or WPS.

    A sheet for each group: gates, weights, bands and points, verdict rules, words of choices, examples and the others;
    and two for what is new: sentences with their tables, whose shapes are chosen from a list, and examples.
    Every cell is text, so that codes keep their zeros and digits.

    \b
    Examples:
      touchstone rule-tables out features/zero-carbon-factory tables.xlsx --language zh
      touchstone rule-tables out features/zero-carbon-factory tables.csv --files en

    \b
    Exit codes: 0 written, 2 the folder cannot be read, or the file is there already.
    """
    from rules.language.file_names import language_of  # noqa: PLC0415 -- not for the help
    from rules.language.rule_tables import tables_of  # noqa: PLC0415 -- likewise
    from service.answering.terminal.desk import chosen_sources, read_texts  # noqa: PLC0415 -- likewise
    from service.reading.given_files import is_workbook  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.forms import words  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.new_sheets import NewSheets  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.writing import as_separated, as_workbook  # noqa: PLC0415 -- likewise

    with answering():
        texts = read_texts(folder)
        chosen_sources(folder, files.value if files else None)
        if out.exists() or out.is_symlink():
            raise InputError((Violation("FILE", _say("FILE_EXISTS", out=out), "ALREADY_EXISTS"),))
        if out.suffix.lower() not in {".xlsx", ".csv"}:
            raise InputError((Violation("FILE", _say("NO_TABLES_NAME", out=out), "WRONG_VALUE"),))
        chosen = {path: text for path, text in texts.items() if files is None or language_of(path) == files.value}
        tables = tables_of(chosen)
        new = NewSheets(chosen, language.value)
        out.write_bytes(as_workbook(tables, new) if is_workbook(out) else as_separated(tables, new))
        put(words(language.value)["back"]["out"].format(count=len(tables), file=out))


def back_command(
    folder: DraftArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook or CSV that `out` wrote, edited.")],
    *,
    write: Annotated[bool, typer.Option("--write", help="Write the changes into the files of the draft.")] = False,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Bring edited tables back into a draft; without --write only what would change is shown.

    Tables and rows that were not touched stay as they are to the byte; so do those of a sheet that was deleted, which
    is named. A formula, a code that lost its zeros or digits, an edited row with the sign that the program writes, a
    change in a hidden row and whatever is wrong in the draft thereafter are named by sheet and cell, and then nothing
    is written.

    \b
    Examples:
      touchstone rule-tables back features/zero-carbon-factory tables.xlsx
      touchstone rule-tables back features/zero-carbon-factory tables.xlsx --write --language zh

    \b
    Exit codes: 0 nothing differs, or it is written, 1 something would change, 2 cells are wrong.
    """
    from rules.language.rule_tables import tables_of  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.desk import read_sources, read_texts, write_files  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.bringing_back import bring_back  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.forms import words  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.missing import notices  # noqa: PLC0415 -- likewise
    from service.reading.rule_tables.reading import read_blocks  # noqa: PLC0415 -- likewise

    with answering(dossier=file):
        texts = read_texts(folder)
        shared = {path: text for path, text in read_sources(folder).items() if path not in texts}
        tables = tables_of(texts)
        blocks = read_blocks(file, tables)
        brought = bring_back(texts, blocks, Shelf(gazette / FOLDER), shared)
        said, groups = words(language.value)["back"], words(language.value)["groups"]
        lines = [_noticed(notice, said, groups, language.value) for notice in notices(tables, blocks)]
        if not brought.changes and not brought.new:
            put("\n".join([*lines, said["nothing"]]))
            return
        lines += [_told(change, said) for change in brought.changes]
        lines += [_new(new, said) for new in brought.new]
        if brought.elsewhere:
            lines.append(said["elsewhere"].format(count=len(brought.elsewhere), folder=folder))
        counts = {"count": len(brought.changes) + len(brought.new), "files": len(brought.files)}
        if write:
            write_files(folder, brought.files)
        put("\n".join([*lines, said["written" if write else "shown"].format(folder=folder, **counts)]))
        if not write:
            raise typer.Exit(Exit.NEGATIVE)


def _noticed(notice: Notice, said: dict[str, str], groups: dict[str, str], language: str) -> str:
    tables = listed(dict.fromkeys(table.sentence for table in notice.tables), language)
    first = notice.tables[0]
    return said[notice.kind].format(
        sheet=groups[notice.group], now=notice.now, tables=tables, path=first.path, line=first.sentence_line + 1
    )


def _new(new: New, said: dict[str, str]) -> str:
    from rules.language.additions import Definition  # noqa: PLC0415 -- not for the help
    from service.reading.rule_tables.new_rows import place_of  # noqa: PLC0415 -- likewise

    addition = new.addition
    if isinstance(addition, Definition):
        rows = max(len(addition.rows) - 1, 0)
        return said["sentence"].format(place=place_of(new), sentence=addition.sentence, count=rows)
    return said["example"].format(place=place_of(new), title=addition.title)


def _told(change: Change, said: dict[str, str]) -> str:
    table = change.table
    kind = "cell" if change.column else "new" if change.now else "gone"
    return said[kind].format(
        path=table.path,
        line=table.sentence_line + 1,
        sentence=table.sentence,
        row=change.row,
        column=change.column,
        was=change.was or said["blank"],
        now=change.now or said["blank"],
    )
