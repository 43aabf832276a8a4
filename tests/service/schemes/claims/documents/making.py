"""Generated test documents: PDF drawings, and Word documents with notes and a text box."""

from __future__ import annotations

import io

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
_BOX = """<w:r {names} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>
<w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def drawn_pdf(drawing: bytes, *, blank: int = 0, rotate: int = 0, key: str | None = None, owner: str = "") -> bytes:
    """Make a PDF of one page, and blank ones behind it; `\\001` of its font F1 is the ligature of f and i."""
    writer = PdfWriter()
    page = writer.add_blank_page(500, 400)
    encoding = DictionaryObject(
        {
            NameObject("/BaseEncoding"): NameObject("/WinAnsiEncoding"),
            NameObject("/Differences"): ArrayObject([NumberObject(1), NameObject("/fi")]),
        }
    )
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): encoding,
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    content.set_data(drawing)
    page[NameObject("/Contents")] = writer._add_object(content)
    page.rotate(rotate)
    for _ in range(blank):
        writer.add_blank_page(500, 400)
    if key is not None:
        writer.encrypt(key, owner or None, algorithm="AES-256", permissions_flag=UserAccessPermissions(0))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def word_document(*runs: str, cell: str = "", footnote: str = "", endnote: str = "", box: str = "") -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run).bold = True
    if cell:
        document.add_table(1, 2).cell(0, 1).text = cell
    for kind, note in (("footnote", footnote), ("endnote", endnote)):
        if note:
            names = nsdecls("w")
            markup = f'<w:{kind} w:id="2"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:{kind}>'
            words = f"<w:{kind}s {names}>{markup}</w:{kind}s>"
            part = Part(PackURI(f"/word/{kind}s.xml"), _NOTES.format(kind=kind), words.encode(), document.part.package)
            document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))
            paragraph._p.append(parse_xml(f'<w:r {names}><w:{kind}Reference w:id="2"/></w:r>'))
    if box:
        paragraph._p.append(parse_xml(_BOX.format(names=nsdecls("w"), words=box)))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
