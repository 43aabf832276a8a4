"""Claim report as an annotated PDF: a highlight with a note for each claim, and a summary note."""

from __future__ import annotations

from contextlib import closing

from rules.claims import ClaimStatus
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_notes import NoteRenderer
from service.schemes.claims.documents.pdf_places import PdfNotes, PdfPlaces

_AUTHOR = "Touchstone"
_COLOURS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "f8a5a5",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "fbc08a",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "fbe56a",
    ClaimStatus.TO_BE_DOCUMENTED: "a9c7fb",
    ClaimStatus.FINE: "a8e0b3",
    None: "d4d4d4",
}


def marked_pdf(checked: CheckedText, *, full: bool = False) -> bytes:
    """Write the PDF."""
    return _PdfRenderer(checked, full=full).document()


class _PdfRenderer(NoteRenderer):
    """Writes notes in one language."""

    def document(self) -> bytes:
        """Put a note to every claim; those that it cannot be put to are told at the beginning."""
        pdf, unplaced = PdfNotes(self._content), []
        with closing(PdfPlaces(self._content, self._answer.document)) as places:
            for note in self.notes():
                lines = [*self.lines_of(note)]
                boxes = places.boxes(note.start, note.end)
                for number, filled in boxes.items():
                    pdf.highlight(number, filled, _COLOURS[note.standing], lines, _AUTHOR)
                if not boxes:
                    unplaced.append(note)
        pdf.note(0, [*self.summary((), tuple(unplaced))], _AUTHOR)
        return pdf.written()
