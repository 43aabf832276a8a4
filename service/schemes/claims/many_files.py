"""Text summary of many checked files, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rules.claims import ClaimStatus
from service.output.terminal.columns import columns_text, fold_line
from service.schemes.claims.answer import worst_first, worst_status
from service.schemes.claims.answer_frame import CheckedText, one_line, words

_MAX_QUOTE_LENGTH = 40


class RefusedFile(NamedTuple):
    """A file that could not be read."""

    source: str
    problem: str


class CheckedFiles(NamedTuple):
    """Results of all files, in input order."""

    language: str
    each: tuple[CheckedText | RefusedFile, ...]

    @property
    def texts(self) -> tuple[CheckedText, ...]:
        return tuple(file for file in self.each if isinstance(file, CheckedText))

    @property
    def refused(self) -> tuple[RefusedFile, ...]:
        return tuple(file for file in self.each if isinstance(file, RefusedFile))

    @property
    def unread(self) -> tuple[CheckedText, ...]:
        return tuple(text for text in self.texts if text.answer.unread)

    @property
    def is_no(self) -> bool:
        """Whether a claim is prohibited or misleading, or any part or file is unscreened."""
        return bool(self.refused) or any(text.is_no for text in self.texts)


def files_text(checked: CheckedFiles, width: int | None, each: Callable[[CheckedText], str] | None) -> str:
    """Render a table of files, or each file with `each`."""
    if each is not None:
        reports = [each(text) for text in checked.texts]
        return "\n\n".join([*reports, *(fold_line(line, width) for line in _refused_lines(checked))])
    return "\n".join(fold_line(line, width) for line in _table_lines(checked, width))


def _table_lines(checked: CheckedFiles, width: int | None) -> Iterator[str]:
    texts = words(checked.language)["check"]
    order = {status: position for position, status in enumerate((*ClaimStatus, None))}
    ranked = []
    for text in checked.texts:
        counted = Counter(worst_status(claim) for claim in text.answer.claims if claim.answers)
        worst = next((level for level in ClaimStatus if counted[level]), None)
        first = next(iter(worst_first(text.answer.claims)), None)
        quote = "" if first is None else one_line(first.candidate.quote)
        shown = quote if len(quote) <= _MAX_QUOTE_LENGTH else f"{quote[: _MAX_QUOTE_LENGTH - 1]}…"
        counts = [str(counted[level]) for level in ClaimStatus]
        rank = (order[worst], *(-counted[level] for level in ClaimStatus), -text.answer.unread)
        ranked.append((rank, (text.source, *counts, str(text.answer.unread), shown)))
    ranked.sort(key=lambda entry: entry[0])
    names = texts["standings"]
    head = (texts["file"], *(names[status.value] for status in ClaimStatus), texts["unread_head"], texts["worst_claim"])
    yield columns_text(head, [row for _, row in ranked], numbers_right=True, width=width)
    yield ""
    yield texts["sum_files"].format(
        count=len(checked.texts), unread=len(checked.unread), refused=len(checked.refused), code=int(checked.is_no)
    )
    yield from _refused_lines(checked)


def _refused_lines(checked: CheckedFiles) -> Iterator[str]:
    for file in checked.refused:
        yield f"  {file.source}: {one_line(file.problem)}"
