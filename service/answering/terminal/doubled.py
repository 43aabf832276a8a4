"""How does a list begin, if the archive found double use of what stands in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import listed
from rules.contracts.typesetting import typeset
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def doubled_first(found: Iterable[tuple[str, str, int]], language: str) -> Iterator[str]:
    """Give the first line: of whom, as of which day, how many double uses were found; none if there are none."""
    spoken = words(language)["evaluations"]
    told = dict.fromkeys(
        spoken["doubled"].format(subject=subject, as_of=as_of, count=count) for subject, as_of, count in found if count
    )
    if told:
        yield typeset(spoken["double_uses"].format(found=listed(told, language)), language)
