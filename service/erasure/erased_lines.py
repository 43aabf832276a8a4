"""Erasures of an evaluation as terminal lines, with their consequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import in_language, typeset, wording_loader
from service.output.erased import erasure_messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touchstone.v1 import evaluation_pb2

_words = wording_loader(__name__)


def erased_lines(erasures: Sequence[evaluation_pb2.Erasure], language: str) -> Iterator[str]:
    """Say what was erased, when, by whom and why, a line each, and what cannot be told any more; nothing of none."""
    spoken = _words(language)
    for erasure_message in erasure_messages(erasures):
        yield typeset(spoken["noted"].format(erased=in_language(erasure_message, language)), language)
    if erasures:
        yield spoken["consequence"]
