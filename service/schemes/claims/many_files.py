"""Summary of many checked files as text: a line for each, worst first, then unreadable files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rules.claims import ClaimStatus
from service.output.terminal.columns import columns_text, fold_line
from service.schemes.claims.answer import worst_first, worst_status
from service.schemes.claims.answer_frame import CheckedText, one_line, words

_SHOWN_QUOTE = 40


class RefusedFile(NamedTuple):
    """A file that could not be read, and why."""

    source: str
    problem: str


class CheckedFiles(NamedTuple):
    """What came of each file, in their order."""

    language: str
    each: tuple[CheckedText | RefusedFile, ...]

    @property
    def texts(self) -> tuple[CheckedText, ...]:
        """Those that were judged."""
        return tuple(file for file in self.each if isinstance(file, CheckedText))

    @property
    def refused(self) -> tuple[RefusedFile, ...]:
        """Those that were not."""
        return tuple(file for file in self.each if isinstance(file, RefusedFile))

    @property
    def unread(self) -> tuple[CheckedText, ...]:
        """Those of which a part was not screened."""
        return tuple(text for text in self.texts if text.answer.unread)

    @property
    def is_no(self) -> bool:
        """Say whether a claim of any is prohibited or misleading, or nothing is known of a part or a file."""
        return bool(self.refused) or any(text.is_no for text in self.texts)


def files_text(checked: CheckedFiles, width: int | None, each: Callable[[CheckedText], str] | None) -> str:
    """Write the files, worst first; with `each` all that it tells of every file."""
    if each is not None:
        reports = [each(text) for text in checked.texts]
        return "\n\n".join([*reports, *(fold_line(line, width) for line in _refused(checked))])
    return "\n".join(fold_line(line, width) for line in _lines(checked, width))


def _lines(checked: CheckedFiles, width: int | None) -> Iterator[str]:
    says = words(checked.language)["check"]
    order = {status: place for place, status in enumerate((*ClaimStatus, None))}
    ranked = []
    for text in checked.texts:
        counted = Counter(worst_status(claim) for claim in text.answer.claims if claim.answers)
        worst = next((standing for standing in ClaimStatus if counted[standing]), None)
        first = next(iter(worst_first(text.answer.claims)), None)
        quote = "" if first is None else one_line(first.candidate.quote)
        shown = quote if len(quote) <= _SHOWN_QUOTE else f"{quote[: _SHOWN_QUOTE - 1]}…"
        counts = [str(counted[standing]) for standing in ClaimStatus]
        rank = (order[worst], *(-counted[standing] for standing in ClaimStatus), -text.answer.unread)
        ranked.append((rank, (text.source, *counts, str(text.answer.unread), shown)))
    ranked.sort(key=lambda entry: entry[0])
    names = says["standings"]
    head = (says["file"], *(names[status.value] for status in ClaimStatus), says["unread_head"], says["worst_claim"])
    yield columns_text(head, [row for _, row in ranked], numbers_right=True, width=width)
    yield ""
    yield says["sum_files"].format(
        count=len(checked.texts), unread=len(checked.unread), refused=len(checked.refused), code=int(checked.is_no)
    )
    yield from _refused(checked)


def _refused(checked: CheckedFiles) -> Iterator[str]:
    for file in checked.refused:
        yield f"  {file.source}: {one_line(file.problem)}"
