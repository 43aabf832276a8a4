"""Warning on standard error about evaluations left out because their records are unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.output.terminal.output import print_error
from service.output.terminal.words import words

if TYPE_CHECKING:
    from touchstone.v1 import types_pb2

_SHOWN = 5


def tells_left_out(answer: Any, language: str) -> bool:
    """Say on standard error what an answer left out, and whether it left out anything."""
    return print_left_out(answer.left_out, language)


def print_left_out(message: types_pb2.LeftOut, language: str) -> bool:
    """Say on standard error what is left out, and whether anything is."""
    if not message.evaluation_count:
        return False
    spoken, names = words(language), list(message.evaluations[:_SHOWN])
    more = message.evaluation_count - len(names)
    shown = [*names, spoken["left_out_more"].format(count=more)] if more else names
    print_error(spoken["left_out"].format(count=message.evaluation_count, names=spoken["left_out_between"].join(shown)))
    return True
