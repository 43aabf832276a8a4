"""Text summary of many checked files, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rules.claims import ClaimStatus
from service.output.terminal.columns import columns_text, fold_line
from service.schemes.claims.answer import count_unread, standing_word, worst_first, worst_standing
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
        return tuple(text for text in self.texts if count_unread(text.answer))

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
    levels = [status.value for status in ClaimStatus]
    ranked = []
    for text in checked.texts:
        claims, unread = text.answer.checked_claims, count_unread(text.answer)
        counted = Counter(standing_word(worst_standing(claim)) for claim in claims if claim.answers)
        first = next((position for position, level in enumerate(levels) if counted[level]), len(levels))
        quote = one_line(worst_first(claims)[0].candidate_claim.span.quote) if claims else ""
        shown = quote if len(quote) <= _MAX_QUOTE_LENGTH else f"{quote[: _MAX_QUOTE_LENGTH - 1]}…"
        rank = (first, *(-counted[level] for level in levels), -unread)
        ranked.append((rank, (text.source, *(str(counted[level]) for level in levels), str(unread), shown)))
    ranked.sort(key=lambda entry: entry[0])
    names = texts["standings"]
    head = (texts["file"], *(names[level] for level in levels), texts["unread_head"], texts["worst_claim"])
    yield columns_text(head, [row for _, row in ranked], numbers_right=True, width=width)
    yield ""
    yield texts["sum_files"].format(
        count=len(checked.texts), unread=len(checked.unread), refused=len(checked.refused), code=int(checked.is_no)
    )
    yield from _refused_lines(checked)


def _refused_lines(checked: CheckedFiles) -> Iterator[str]:
    for file in checked.refused:
        yield f"  {file.source}: {one_line(file.problem)}"
