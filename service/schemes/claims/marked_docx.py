"""Claim report as a Word document, with comments on claims and a summary.

Other file types are converted to a document of their text.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_notes import ClaimNote, NoteRenderer
from service.schemes.claims.documents.word_places import Anchor, build_word_document, locate_text

_AUTHOR = "Touchstone"


def marked_docx(checked: CheckedText, *, full: bool = False) -> bytes:
    """Render the Word document."""
    return _DocxRenderer(checked, full=full).document()


class _DocxRenderer(NoteRenderer):
    def document(self) -> bytes:
        read = self._document
        is_word = read.kind == "docx"
        word = locate_text(self._content, read) if is_word else build_word_document(read)
        unplaced = []
        for note in self.notes():
            if (anchor := word.anchor(note.start, note.end)) is None:
                unplaced.append(note)
            else:
                word.comment(anchor, self._lines(note, anchor), _AUTHOR)
        remarks = () if is_word else (self._marks["made_of_text"],)
        word.comment(word.beginning(), self.summary(remarks, tuple(unplaced)), _AUTHOR)
        return word.content()

    def _lines(self, note: ClaimNote, anchor: Anchor) -> Iterator[str]:
        head, *others = self.lines_of(note)
        yield head
        if anchor.container:
            yield self._marks["beside"][anchor.container].format(quote=note.quote)
        yield from others
