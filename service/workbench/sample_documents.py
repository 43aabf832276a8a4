"""Sample documents: a small PDF for each item of evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.cases.dossiers import format_value, rests_on

if TYPE_CHECKING:
    from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest
    from touchstone.v1.fact_pb2 import EvidenceItem, Fact

_LINES_PER_PAGE, _LEADING, _TOP, _LEFT = 36, 18, 760, 72
_WIDTH, _HEIGHT = 595, 842
_MAX_LINE_LENGTH = 80
_INVENTED = "This document belongs to a sample; everything in it is invented."


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """Document with its evidence id and file name."""

    evidence_id: str
    file_name: str
    content: bytes


def give_documents(request: EvaluateSubjectRequest, holder: str) -> Iterator[SampleDocument]:
    """Yield the documents of a client; add digests and fact locations to `request`."""
    for item in request.evidence:
        dependent_facts = [fact for fact in request.facts if item.evidence_id in rests_on(fact)]
        lines = [_line(fact) for fact in dependent_facts]
        content = pdf_of(
            [
                *_head(item),
                f"Of {holder}",
                "",
                *lines,
                "",
                _INVENTED,
            ]
        )
        item.content_digest = hashlib.sha256(content).hexdigest()
        for fact, line in zip(dependent_facts, lines, strict=True):
            if item.evidence_id in fact.value.evidence_ids and not fact.value.HasField("records"):
                _add_location(fact, item.evidence_id, line)
        title = f"{_kind(item)} {item.issue_date[:4]}".strip()
        yield SampleDocument(item.evidence_id, f"{title}.pdf", content)


def _head(item: EvidenceItem) -> list[str]:
    dated = [f"Issued on {item.issue_date}"] if item.issue_date else []
    return [_kind(item), f"Issued by {item.issuer}", *dated]


def _kind(item: EvidenceItem) -> str:
    return item.kind.replace("-", " ").capitalize()


def _line(fact: Fact) -> str:
    value_text = (
        format_value(fact.value) if not fact.value.HasField("records") else f"{len(fact.value.records.values)} records"
    )
    return f"{fact.fact_id.replace('_', ' ').capitalize()}: {value_text}"[:_MAX_LINE_LENGTH]


def _add_location(fact: Fact, evidence_id: str, quote: str) -> None:
    for location in fact.places:
        if location.evidence_id == evidence_id:
            location.place.page, location.place.quote = "1", quote
            return
    added = fact.places.add(evidence_id=evidence_id)
    added.place.page, added.place.quote = "1", quote


def pdf_of(lines: Sequence[str]) -> bytes:
    """Return lines of Latin text as A4 pages, with the same bytes each time."""
    pages = [lines[start : start + _LINES_PER_PAGE] for start in range(0, max(len(lines), 1), _LINES_PER_PAGE)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = b"BT /F1 12 Tf %d TL %d %d Td " % (_LEADING, _LEFT, _TOP)
        drawn += b" ".join(b"(%s) Tj T*" % _escaped(line) for line in page) + b" ET"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {5 + 2 * number} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ).encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    written, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252", "replace")
    return plain.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
