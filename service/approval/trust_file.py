"""How is a trust file opened, and what is said where it cannot be read or says something else?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import orjson
from pydantic import ValidationError

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.reading.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_say = speaker(__name__)

FIELD = "trust"
"""What stands before the place of each fault."""
_LARGEST = 4 * 1024 * 1024


def trust_content(path: Path) -> object:
    """Read what the file says, inside `telling_faults`."""
    return orjson.loads(read_file(path, most=_LARGEST))


@contextmanager
def telling_faults(path: Path) -> Iterator[None]:
    """Say what is wrong with the file while it is read and its content is held to a form.

    Raises:
        InputError: it cannot be read or says something else; every problem is named by its place.
    """
    try:
        yield
    except (OSError, FileRefusedError) as error:
        raise _unreadable(path, words_of(error)) from None
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, f"{error.lineno}:{error.colno}: {error.msg}") from None
    except ValidationError as error:
        raise InputError(
            tuple(
                Violation(
                    ".".join((FIELD, *map(str, found["loc"]))), _say("TRUST_FORM", problem=found["msg"]), "MALFORMED"
                )
                for found in error.errors(include_url=False)
            )
        ) from None


def _unreadable(path: Path, problem: str) -> InputError:
    return InputError((Violation(FIELD, _say("TRUST_UNREADABLE", path=path, problem=problem), "MALFORMED"),))
