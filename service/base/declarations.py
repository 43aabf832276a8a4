"""What do the files of `proto/`, which stand beside the stubs, say of calls, messages and fields?"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = "touchstone.v1"
_OPENS = re.compile(r"(message|enum|service|oneof) (\w+) \{")
_CALL = re.compile(r"rpc (\w+)\(")
_MEMBER = re.compile(r"(?:[\w.<>, ]+ )?(\w+) = \d+")


@cache
def comments() -> Mapping[str, str]:
    """Give the comment before each service, call, message, field, enumeration and value, in its lines, by full name.

    A value is named under its enumeration, and a field under its message even where it belongs to a oneof.
    """
    folder = resources.files(PACKAGE)
    return dict(found for name in files() for found in _told(folder.joinpath(name).read_text(encoding="utf-8")))


@cache
def files() -> tuple[str, ...]:
    """Give the names of the files of the API."""
    return tuple(sorted(each.name for each in resources.files(PACKAGE).iterdir() if each.name.endswith(".proto")))


def opening(file: str) -> str:
    """Give the comment at the head of a file."""
    head = resources.files(PACKAGE).joinpath(file).read_text(encoding="utf-8").partition("\nsyntax")[0]
    return "\n".join(line.removeprefix("//").removeprefix(" ") for line in head.splitlines())


def is_code(line: str) -> bool:
    """Say whether a line of the comment of a call begins with a status code."""
    head, colon, _ = line.partition(":")
    return bool(colon) and head.isupper()


def first_sentence(name: str) -> str:
    """Give the first sentence of a comment, on one line and without its full stop."""
    return " ".join(comments().get(name, "").split()).partition(". ")[0].rstrip(".")


def _told(source: str) -> Iterator[tuple[str, str]]:
    """Read a file that stands as `buf format` writes it: what is commented begins the line after its comment."""
    within, said = [PACKAGE], list[str]()
    for line in map(str.strip, source.splitlines()):
        if line.startswith("//"):
            said.append(line.removeprefix("//").removeprefix(" "))
            continue
        opened, named = _OPENS.match(line), _CALL.match(line) or _MEMBER.match(line)
        found = opened[2] if opened else named[1] if named else ""
        if found and said:
            yield f"{within[-1]}.{found}", "\n".join(said)
        said = []
        if line.endswith("{"):
            within.append(f"{within[-1]}.{found}" if opened and opened[1] != "oneof" else within[-1])
        elif line.startswith("}"):
            within.pop()
