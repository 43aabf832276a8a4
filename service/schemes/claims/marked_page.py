"""Claim report as an HTML page: the text with marked claims and a note next to each.

A claim shows how it stands by its colour, its line and a sign, so that it is read without colours and aloud, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

import jinja2

from rules.claims import ClaimStatus
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_notes import SIGNS, ClaimNote, NoteRenderer


@dataclass(frozen=True, slots=True)
class _TextSegment:
    """A stretch of the text, and the claim that it belongs to, if any."""

    text: str
    note: ClaimNote | None = None


def marked_page(checked: CheckedText) -> str:
    """Write the page."""
    return _PageRenderer(checked).page()


class _PageRenderer(NoteRenderer):
    """Writes a page in one language."""

    def page(self) -> str:
        """Fill in the template; whatever the text holds is escaped."""
        answer, package = self._answer, resources.files(__package__)
        notes = self.notes()
        names = self._says["standings"]
        return _template(package.joinpath("marked_page.html.jinja").read_text(encoding="utf-8")).render(
            language="zh-Hans" if self._language == "zh" else self._language,
            says=self._marks,
            source=self._source,
            head=[*self._head()],
            silent=[] if answer.claims else [self._none_found()],
            unread=[line for line in self._not_screened() if line],
            notes=notes,
            pieces=[*self._pieces(notes)],
            legend=[(status.value, SIGNS[status], names[status.value]) for status in ClaimStatus],
        )

    def _pieces(self, notes: Iterable[ClaimNote]) -> Iterator[_TextSegment]:
        """Cut the text at its claims; of claims that overlap the later has what the earlier leaves."""
        text, done = self._answer.document.text, 0
        for note in sorted(notes, key=lambda claim_note: (claim_note.start, claim_note.end)):
            first = max(note.start, done)
            yield _TextSegment(text[done:first])
            yield _TextSegment(text[first : max(note.end, first)], note)
            done = max(note.end, first)
        yield _TextSegment(text[done:])


def _template(source: str) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    return environment.from_string(source)
