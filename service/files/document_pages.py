"""Rendering of document pages as pictures and text, in a separate process.

Parsers may be slow or have exploitable faults. The server never parses a document, and users never see the file itself.
"""

from __future__ import annotations

import ctypes
import io
import math
import re
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, message_factory
from service.base.refusals import Reason, Refusal
from service.base.worker_specs import WorkerSpec
from service.files.uploaded_files import TEXT, XML
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import case_dossier_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2
    from PIL.Image import Image

    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

MODULE = "service.files.document_pages"  # `__name__` is `__main__` in the worker
_message = message_factory(MODULE)

Page = case_dossier_service_pb2.CaseFilePage
DRAWING = WorkerSpec(MODULE, max_processes=2, seconds=8, max_idle=1)
MOST_BYTES = 32 * 1024 * 1024
"""Larger documents are not rendered, because they would be in memory twice."""
_PDF, _PICTURES = "application/pdf", ("image/png", "image/jpeg", "image/tiff", "image/webp")
DRAWN_TYPES = frozenset({_PDF, *_PICTURES, TEXT, XML})
_MEMORY_BYTES = 1024 * 1024 * 1024
_MAX_PIXELS, _MAX_SOURCE_PIXELS = 8_000_000, 100_000_000
_PAGE_CHARACTERS = 20_000
_MARK_SCALE = 1_000


def _draw_page(job: work_pb2.DrawDocumentPage) -> Page:
    if job.media_type == _PDF:
        return _pdf_page(job)
    return _text_page(job) if job.media_type in {TEXT, XML} else _picture_page(job)


def _pdf_page(request: work_pb2.DrawDocumentPage) -> Page:
    import pypdfium2  # noqa: PLC0415 -- optional dependency

    try:
        document = pypdfium2.PdfDocument(request.content)
        page = document[_checked_number(request.page_number, len(document)) - 1]
        width, height = page.get_size()
        scale = _scale(width, height, request.width_pixels)
        picture = page.render(scale=scale).to_pil()
        text_page = page.get_textpage()
        shown = Page(page_number=request.page_number, page_count=len(document))
        shown.text = text_page.get_text_bounded()[:_PAGE_CHARACTERS]
        shown.marks.extend(_marks(page, text_page, request.quote))
    except pypdfium2.PdfiumError:
        raise Refusal(Reason.EVIDENCE_FILE_NOT_DRAWN, _message("PDF_UNREADABLE")) from None
    return _with_picture(shown, picture)


def _marks(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, quote: str
) -> Iterator[case_dossier_service_pb2.PageMark]:
    from pypdfium2 import raw  # noqa: PLC0415 -- optional dependency

    words = re.sub(r"\s+", " ", quote).strip()
    text_range = text_page.search(words).get_next() if words else None
    if text_range is None:
        return

    def on_picture(x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, _MARK_SCALE, _MARK_SCALE, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        return across.value, down.value

    for number in range(text_page.count_rects(*text_range)):
        left, bottom, right, top = text_page.get_rect(number)
        corners = on_picture(left, top), on_picture(right, bottom)
        (first_x, last_x), (first_y, last_y) = (sorted(pair) for pair in zip(*corners, strict=True))
        yield case_dossier_service_pb2.PageMark(
            left=first_x, top=first_y, width=last_x - first_x, height=last_y - first_y
        )


def _picture_page(request: work_pb2.DrawDocumentPage) -> Page:
    from PIL import Image, ImageOps  # noqa: PLC0415 -- optional dependency

    Image.MAX_IMAGE_PIXELS = _MAX_SOURCE_PIXELS // 2  # Pillow raises above twice this value
    kinds = [kind.partition("/")[2].upper() for kind in _PICTURES]
    try:
        with Image.open(io.BytesIO(request.content), formats=kinds) as opened:
            count = getattr(opened, "n_frames", 1)
            opened.seek(_checked_number(request.page_number, count) - 1)
            scale = _scale(*opened.size, request.width_pixels)
            size = max(1, round(opened.width * min(scale, 1))), max(1, round(opened.height * min(scale, 1)))
            opened.draft("RGB", size)
            upright = ImageOps.exif_transpose(opened)
            if upright.size != opened.size:
                size = size[::-1]
            picture = upright.convert("RGBA" if "A" in upright.getbands() else "RGB").resize(size)
    except TouchstoneError:
        raise
    except Exception:
        raise Refusal(Reason.EVIDENCE_FILE_NOT_DRAWN, _message("PICTURE_UNREADABLE")) from None
    return _with_picture(Page(page_number=request.page_number, page_count=count), picture)


def _text_page(request: work_pb2.DrawDocumentPage) -> Page:
    text = request.content.decode("utf-8", "replace").removeprefix("\ufeff")
    count = max(1, -(-len(text) // _PAGE_CHARACTERS))
    start = (_checked_number(request.page_number, count) - 1) * _PAGE_CHARACTERS
    return Page(page_number=request.page_number, page_count=count, text=text[start : start + _PAGE_CHARACTERS])


def _checked_number(number: int, count: int) -> int:
    if not 1 <= number <= count:
        raise Refusal(Reason.EVIDENCE_PAGE_NOT_FOUND, _message("NO_SUCH_PAGE", found=number, count=count))
    return number


def _scale(width: float, height: float, target_width: int) -> float:
    return min(target_width / max(width, 1), math.sqrt(_MAX_PIXELS / max(width * height, 1)))


def _with_picture(shown: Page, picture: Image) -> Page:
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=3)  # smaller than level 6 for text, and a third faster
    shown.picture = written.getvalue()
    shown.width_pixels, shown.height_pixels = picture.size
    return shown


def works(_: Gazette | None) -> Works:
    """Return the worker functions by request type."""
    return {work_pb2.DrawDocumentPage: lambda request, _: _draw_page(request)}


def main() -> None:
    """Run the worker."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- needed only in a worker process

    worker_main(works(None), memory=_MEMORY_BYTES)


if __name__ == "__main__":
    main()
