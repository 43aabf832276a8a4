"""A certificate is PDF/A-3: fonts embedded, the proof inside, the same bytes every time."""

import hashlib
import io
import re
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
from lxml import etree

from rules.contracts.errors import InputError, TrailError
from service.base.extras import missing_extra_error
from service.cases.credentials.facts import CertificateFacts, CertificateStatus, TranslatedText
from service.cases.credentials.paper import PdfAttachment, certificate_paper
from service.cases.credentials.passkeys import check_assertion, draw_nonce
from tests.support.certificates import Passkey, facts, trust_of

FONTS = next(
    (
        folder
        for folder in map(Path, ("/usr/share/fonts/truetype/wqy", "/usr/share/fonts/opentype/noto"))
        if folder.is_dir()
    ),
    None,
)
CHINESE = pytest.mark.skipif(FONTS is None, reason="no font with Chinese characters on this machine")
BUNDLE = PdfAttachment(
    "bundle.json", "application/json", "data", "Proof of the result", b'{"form":"touchstone-bundle-1"}'
)
DECISION = PdfAttachment("decision.json", "application/json", "source", "Signed decision", b"{}")
PDFA, XMP = "http://www.aiim.org/pdfa/ns/id/", "/Metadata"


def english(**more: Any) -> CertificateFacts:
    return facts(languages=("en",), governing="en", **more)


def printed(certificate: CertificateFacts, fonts: Path | None = None) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(certificate_paper(certificate, [BUNDLE, DECISION], fonts=fonts)))


def text(reader: pypdf.PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))


def font_files(reader: pypdf.PdfReader) -> list[bool]:
    embedded = []
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            for descendant in font.get_object().get("/DescendantFonts", [font]):
                described = descendant.get_object().get("/FontDescriptor")
                embedded.append(bool(described and {"/FontFile2", "/FontFile3", "/FontFile"} & described.keys()))
    return embedded


def check_archival(reader: pypdf.PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    metadata = etree.fromstring(root[XMP].get_data())
    marks = {element.tag: element.text for element in metadata.iter() if element.text}
    assert (marks[f"{{{PDFA}}}part"], marks[f"{{{PDFA}}}conformance"]) == ("3", "A")
    assert [one["/S"] for one in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert root["/OutputIntents"][0]["/DestOutputProfile"].get_data()
    assert root["/MarkInfo"]["/Marked"]
    assert font_files(reader)
    assert all(font_files(reader))
    assert "/Encrypt" not in reader.trailer
    assert "/ID" in reader.trailer
    assert not {"/OpenAction", "/AA", "/AcroForm"} & root.keys()


def test_the_pdf_is_archival_and_contains_its_proof() -> None:
    reader = printed(english())
    check_archival(reader)
    root: Any = reader.trailer["/Root"]
    files = {one.get_object()["/F"]: one.get_object() for one in root["/AF"]}
    assert {name: one["/AFRelationship"] for name, one in files.items()} == {
        "bundle.json": "/Data",
        "decision.json": "/Source",
    }
    for name, file in files.items():
        assert file["/Desc"]
        assert file["/EF"]["/F"]["/Subtype"] == "/application/json"
        assert reader.attachments[name] == [{"bundle.json": BUNDLE, "decision.json": DECISION}[name].content]


def test_the_pdf_contains_the_required_certificate_content() -> None:
    printed_text = text(printed(english()))
    for wanted in (
        "Example Certification", "3 Harbour Road", "Certificate of a zero-carbon factory", "ZCF-2026-0017",
        "Example Works Ltd", "USCC 91310000MA1FL0000X", "Manufacture of pumps, year 2025", "Plant 1, 2 Harbour Road",
        "Three stars", "version 1.2.0", "Valid from 22 November 2026 to 21 November 2027",
        "Decided on 20 November 2026",
        "Surveillance before 1 June 2027", "Accreditation C001", "https://register.body.example/c/ZCF-2026-0017",
    ):  # fmt: skip
        assert wanted.replace(" ", "") in printed_text, wanted
    assert "untilitends" in text(printed(english(valid_until=None, sites=(), conditions=())))


def test_the_same_facts_have_the_same_bytes() -> None:
    once, again = (certificate_paper(english(), [BUNDLE]) for _ in range(2))
    assert hashlib.sha256(once).digest() == hashlib.sha256(again).digest()
    assert certificate_paper(english(grade_code="x", grade=TranslatedText(en="Two stars")), [BUNDLE]) != once


@CHINESE
def test_chinese_fonts_are_embedded_and_the_governing_language_comes_first() -> None:
    reader = printed(facts(), FONTS)
    check_archival(reader)
    assert len(reader.pages) == 2
    first, second = (re.sub(r"\s+", "", page.extract_text()) for page in reader.pages)
    for wanted in ("零碳工厂证书", "示例制造有限公司", "2026年11月22日至2027年11月21日", "以本文本为准"):
        assert wanted in first
    assert "theChineseversiongoverns" in second


def test_a_character_without_a_shape_is_refused_and_no_box_is_printed() -> None:
    with pytest.raises(InputError, match="No font contains the characters"):
        certificate_paper(facts(), [])


@pytest.mark.parametrize("name", ["main", "facts.json", "../x", "a/b", "", "证书.json"])
def test_an_attachment_needs_a_unique_valid_name(name: str) -> None:
    with pytest.raises(InputError):
        certificate_paper(english(), [PdfAttachment(name, "text/plain", "data", "x", b"x")])
    with pytest.raises(InputError):
        certificate_paper(english(), [BUNDLE, BUNDLE])


def test_only_an_active_certificate_is_printed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="suspended"):
        certificate_paper(english(status=CertificateStatus.SUSPENDED), [])
    with pytest.raises(InputError, match="is not a folder"):
        certificate_paper(english(), [], fonts=tmp_path / "none")


def test_typed_text_is_not_interpreted_as_markup() -> None:
    typed = '#panic("x") *bold* $x$ = \\ <label> @ref [a] {b}'
    assert re.sub(r"\s+", "", typed) in text(printed(english(scope=TranslatedText(en=typed))))


def test_a_missing_optional_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ModuleNotFoundError) as missing:
        certificate_paper(english(), [])
    assert "certificates" in str(missing_extra_error(missing.value))
    monkeypatch.setitem(sys.modules, "webauthn", None)
    passkey = Passkey("bo")
    enrolled = trust_of(tmp_path, {"bo": {"passkeys": [passkey.enrolled()]}}).passkey(passkey.credential)
    with pytest.raises(TrailError, match="extra `certificates`"):
        check_assertion(passkey.answer("00" * 32, draw_nonce()), "00" * 32, enrolled)
