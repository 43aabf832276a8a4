"""Where do the statements on a draft stand? Beside it, as signed files: a folder under git is all it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from rules.contracts.canonical import canonical_bytes
from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker, words_of
from service.approval.statements import read_statement
from service.base.durable_files import replace_file
from service.reading.given_files import read_stored

if TYPE_CHECKING:
    from pathlib import Path

    from service.approval.statements import Statement

_say = speaker(__name__)

FOLDER = "review"


def read_statements(draft: Path) -> tuple[Statement, ...]:
    """Read all statements beside a draft, in the order of their files.

    Raises:
        TrailError: a file is none; it is named.
    """
    found = []
    for path in sorted((draft / FOLDER).glob("*.json")):
        try:
            found.append(read_statement(orjson.loads(read_stored(path))))
        except (TrailError, orjson.JSONDecodeError) as error:
            raise TrailError(_say("IN_FILE", path=path, problem=words_of(error))) from None
    return tuple(found)


def add_statement(draft: Path, statement: Statement) -> Path:
    """Put a statement beside a draft, under a name that tells when, what and by whom; the answer is its file."""
    said = statement.predicate
    time = said.time.translate({ord(mark): None for mark in "-:"})
    folder = draft / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{time}-{statement.act}-{said.person}-{statement.digest[:8]}.json"
    replace_file(path, canonical_bytes(dict(statement.envelope)))
    return path
