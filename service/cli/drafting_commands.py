"""How are `new` and `fmt` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.options import LanguageOption, add_command
from service.answering.terminal.output import Exit, Language, answering, put
from service.base import instants

_say = speaker(__name__)

DraftArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of the drafting desk, such as features/zero-carbon-factory.")
]
_TIME_ZONE = "Asia/Shanghai"
"""In which the skeleton evaluates; it takes effect today."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "new", new_command)
    add_command(app, "fmt", fmt_command)


def new_command(
    card: Annotated[str, typer.Argument(metavar="CARD", help="The id of the new scorecard, such as green-office.")],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Where to write it; ./CARD if left out.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Begin a scorecard: a small one that explains itself, in English or Chinese, with blank cells to fill in.

    `check` names each blank cell; once all are filled the card checks without error and could be published. Then put
    rules of your own in place of those that are there.

    \b
    Examples:
      touchstone new green-office
      touchstone new green-office --language zh
      touchstone new green-office --out features/green-office

    \b
    Exit codes: 0 written, 2 the id is none, or the folder is not empty.
    """
    from rules.language.skeleton import skeleton  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.desk import write_files  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise
    from service.base.names import card_name  # noqa: PLC0415 -- likewise

    with answering():
        name = card_name(card)
        if name.version:
            raise InputError((Violation("CARD", _say("NO_VERSION", card=name.card), "MALFORMED"),))
        folder = out if out is not None else Path(name.card)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise InputError((Violation(str(folder), _say("NOT_EMPTY"), "ALREADY_EXISTS"),))
        begun = skeleton(name.card, instants.today(_TIME_ZONE), language.value)
        write_files(folder, begun)
        put(words(language.value)["begun"].format(folder=_as_path(folder)))


def _as_path(folder: Path) -> str:
    """Write a folder so that no command takes it for the name of a published card."""
    return str(folder) if folder.is_absolute() or len(folder.parts) > 1 else f"./{folder}"


def fmt_command(
    folder: DraftArgument,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say which files would change.")] = False,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Put the files of a draft into canonical form: indentation, and tables whose columns line up, Chinese or not.

    Only spaces and blank lines change. Comments stay, and so do the rules, to the last digit of their digest. What is
    no table, such as a row with a cell too few, is left as it is; `check` tells of it.

    \b
    Examples:
      touchstone fmt features/zero-carbon-factory
      touchstone fmt features/zero-carbon-factory --check

    \b
    Exit codes: 0 all files are in canonical form now, 1 some are not (with --check), 2 the folder cannot be read.
    """
    from rules.language.canonical import canonical  # noqa: PLC0415 -- not for the help
    from rules.language.file_names import language_of  # noqa: PLC0415 -- likewise
    from rules.language.lexicon import lexicon  # noqa: PLC0415 -- likewise
    from service.answering.terminal.desk import read_texts, write_files  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise

    with answering():
        sources = read_texts(folder)
        written = {path: canonical(text, lexicon(language_of(path) or "en")) for path, text in sources.items()}
        changed = {path: text for path, text in written.items() if text != sources[path]}
        if not check:
            write_files(folder, changed)
        said = words(language.value)["fmt"]
        lines = [said["would" if check else "did"].format(path=path) for path in changed]
        put("\n".join([*lines, said["sum"].format(changed=len(changed), count=len(sources))]))
        if check and changed:
            raise typer.Exit(Exit.NEGATIVE)
