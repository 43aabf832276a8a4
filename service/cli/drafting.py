"""How is a scorecard begun, and how are the files of a draft put into canonical form?"""

from __future__ import annotations

from pathlib import Path

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.language.canonical import canonical
from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.skeleton import skeleton
from service.answering.terminal.declared import Told
from service.answering.terminal.desk import read_texts, write_files
from service.answering.terminal.words import words
from service.base import instants
from service.base.names import card_name

_say = speaker(__name__)
_TIME_ZONE = "Asia/Shanghai"
"""In which the skeleton evaluates; it takes effect today."""


def begin(card: str, out: Path | None, language: str) -> str:
    """Write a small scorecard that explains itself, and say where."""
    name = card_name(card)
    if name.version:
        raise InputError((Violation("CARD", _say("NO_VERSION", card=name.card), "MALFORMED"),))
    folder = out if out is not None else Path(name.card)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError((Violation(str(folder), _say("NOT_EMPTY"), "ALREADY_EXISTS"),))
    write_files(folder, skeleton(name.card, instants.today(_TIME_ZONE), language))
    return str(words(language)["begun"]).format(folder=_as_path(folder))


def _as_path(folder: Path) -> str:
    """Write a folder so that no command takes it for the name of a published card."""
    return str(folder) if folder.is_absolute() or len(folder.parts) > 1 else f"./{folder}"


def put_in_form(folder: Path, check: bool, language: str) -> Told:
    """Write the files of a draft in canonical form, or say which would change."""
    sources = read_texts(folder)
    written = {path: canonical(text, lexicon(language_of(path) or "en")) for path, text in sources.items()}
    changed = {path: text for path, text in written.items() if text != sources[path]}
    if not check:
        write_files(folder, changed)
    said = words(language)["fmt"]
    lines = [said["would" if check else "did"].format(path=path) for path in changed]
    lines.append(said["sum"].format(changed=len(changed), count=len(sources)))
    return Told("\n".join(lines), no=check and bool(changed))
