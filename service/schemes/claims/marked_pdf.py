"""Claim report as an annotated PDF: highlights, notes and pages at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from rules.claims import ClaimStatus
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_notes import NoteRenderer
from service.schemes.claims.documents.pdf_pages import ReportLine, ReportPages
from service.schemes.claims.documents.pdf_places import PdfNotes, PdfPlaces

_AUTHOR = "Touchstone"
_MAX_FOOTER_LENGTH = 80
_COLOURS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "f8a5a5",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "fbc08a",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "fbe56a",
    ClaimStatus.TO_BE_DOCUMENTED: "a9c7fb",
    ClaimStatus.FINE: "a8e0b3",
    "none": "d4d4d4",
}


def marked_pdf(checked: CheckedText, *, full: bool = False) -> bytes:
    """Render the annotated PDF."""
    return _PdfRenderer(checked, full=full).document()


class _PdfRenderer(NoteRenderer):
    def document(self) -> bytes:
        pdf, unplaced = PdfNotes(self._content), []
        with closing(PdfPlaces(self._content, self._document)) as locator:
            for note in self.notes():
                lines = [*self.lines_of(note)]
                boxes = locator.boxes(note.start, note.end)
                for number, filled in boxes.items():
                    pdf.highlight(number, filled, _COLOURS[note.kind], lines, _AUTHOR)
                if not boxes:
                    unplaced.append(note)
        pdf.note(0, [*self.summary((), tuple(unplaced))], _AUTHOR)
        return pdf.written(ReportPages(tuple(self._report_lines()), self._cut(self._title(), _MAX_FOOTER_LENGTH)))

    def _title(self) -> str:
        return str(self._marks["title"].format(source=self._source))

    def _report_lines(self) -> Iterator[ReportLine]:
        yield ReportLine(self._title(), is_heading=True)
        for text, is_heading in self.report():
            yield ReportLine(text.strip(), (len(text) - len(text.lstrip(" "))) // 2, is_heading)
