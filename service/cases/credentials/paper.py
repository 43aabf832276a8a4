"""Printed certificate: PDF/A-3 with a QR code and proof files.

Equal inputs produce equal bytes. Chinese needs a folder with a suitable font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from rules.contracts import InputError, canonical_bytes, message_factory, package_file, wording_loader
from service.cases.credentials.facts import (
    FIELD,
    CertificateFacts,
    CertificateStatus,
    Party,
    TranslatedText,
    check_facts,
)

_message = message_factory(__name__)
_words = wording_loader(__name__)

_LATIN = "Libertinus Serif"
"""Font included in the typesetter (SIL Open Font License)."""
_STANDARDS = ["a-3a", "ua-1"]
_MISSING_GLYPH = re.compile(r"could not be displayed with")
_QUOTED = re.compile(r'"(.*?)"')
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_RESERVED_NAMES = frozenset({"main", "facts.json"})


@dataclass(frozen=True, slots=True)
class PdfAttachment:
    """File in the paper; `relationship` is its AFRelationship (PDF/A-3)."""

    name: str
    media_type: str
    relationship: Literal["source", "data", "alternative", "supplement"]
    description: str
    content: bytes


def certificate_paper(
    facts: CertificateFacts, attached: Sequence[PdfAttachment], *, fonts: Path | None = None
) -> bytes:
    """Return the PDF of a certificate, governing language first."""
    import typst  # noqa: PLC0415 -- optional, as segno in `qr_code`

    check_facts(facts)
    _check(facts, attached)
    if fonts is not None and not fonts.is_dir():
        raise InputError.of("fonts", _message("NO_FONTS", path=fonts), "NOT_FOUND")
    folders: list[str] = [] if fonts is None else [str(fonts)]
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    content = _certificate_content(facts, attached, sorted(known.families()))
    try:
        return bytes(
            typst.compile(  # type: ignore[call-overload] # the stubs omit the variant with named files
                {
                    "main": package_file(__package__, "paper.typ").read_bytes(),
                    "facts.json": canonical_bytes(content),
                    **{attachment.name: attachment.content for attachment in attached},
                },
                format="pdf",
                pdf_standards=_STANDARDS,
                font_paths=folders,
                ignore_system_fonts=True,
                timestamp=int(facts.first_instant.timestamp()),
            )
        )
    except typst.TypstError as error:
        if _MISSING_GLYPH.search(str(error)) is None:
            raise
        text = _QUOTED.search(str(error))
        raise InputError.of("fonts", _message("NO_SHAPE", text=text[1] if text else ""), "MISSING") from None


def _check(facts: CertificateFacts, attached: Sequence[PdfAttachment]) -> None:
    if facts.status is not CertificateStatus.ACTIVE:
        raise InputError.of(f"{FIELD}.status", _message("NOT_ACTIVE", status=facts.status), "INVALID")
    names = [attachment.name for attachment in attached]
    for index, name in enumerate(names):
        if _FILE.fullmatch(name) is None or name in _RESERVED_NAMES or name in names[:index]:
            raise InputError.of(f"attached.{index}.name", _message("FILE_NAME", name=name), "INVALID")


def _certificate_content(
    facts: CertificateFacts, attached: Sequence[PdfAttachment], families: list[str]
) -> dict[str, Any]:
    governing = facts.governing
    return {
        "title": f"{facts.title.in_language(governing)} {facts.number}",
        "author": facts.issuer.name.in_language(governing),
        "description": facts.scope.in_language(governing),
        "keywords": [facts.number, facts.digest],
        "issued": [facts.issued.year, facts.issued.month, facts.issued.day],
        "number": facts.number,
        "address": facts.address,
        "code": qr_code(facts.address),
        "files": [
            {
                "name": attachment.name,
                "media_type": attachment.media_type,
                "relationship": attachment.relationship,
                "description": attachment.description,
            }
            for attachment in attached
        ],
        "pages": [
            _page(facts, language, families)
            for language in sorted(
                facts.languages, key=lambda language_code: (language_code != governing, language_code)
            )
        ],
    }


def qr_code(address: str, *, in_page: bool = False) -> str:
    """Return an SVG QR code, sized by its container if `in_page`."""
    import segno  # noqa: PLC0415

    drawn = io.BytesIO()
    form = {"svgns": False, "omitsize": True} if in_page else {}
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", xmldecl=False, **form)
    return drawn.getvalue().decode()


def _page(facts: CertificateFacts, language: str, families: list[str]) -> dict[str, Any]:
    words = _words(language)
    if len(facts.languages) == 1:
        governing = words["only"]
    else:
        governing = words["governing" if facts.governing == language else "not_governing"]
    return {
        "language": language,
        "region": words["region"],
        "fonts": [*families, _LATIN] if language == "zh" else [_LATIN, *families],
        "title": facts.title.in_language(language),
        "issuer": facts.issuer.name.in_language(language),
        "issuer_address": facts.issuer.address.in_language(language),
        "rows": [{"label": words[label], "lines": lines} for label, lines in _rows(facts, language) if lines],
        "look_up": words["look_up"],
        "code_alt": words["code_alt"].format(address=facts.address),
        "governing": governing,
        "digests": [
            words["decision_digest"].format(digest=facts.decision_digest),
            words["record_digest"].format(name=facts.basis.evaluation, digest=facts.basis.record_digest),
        ],
    }


def _rows(facts: CertificateFacts, language: str) -> Iterator[tuple[str, list[str]]]:
    words, basis = _words(language), facts.basis
    yield "number", [words["edition"].format(number=facts.number, edition=facts.edition)]
    yield "holder", list(_party(facts.holder, language))
    yield "scope", [facts.scope.in_language(language)]
    yield "sites", [_site_text(site.name, site.address, language) for site in facts.sites]
    yield "grade", [facts.grade.in_language(language)]
    version = basis.version.rpartition("/")[2]
    owner = words["owner_said"].format(
        owner=basis.owner.name.in_language(language), day=_day(basis.published, language)
    )
    yield "basis", [words["basis_said"].format(title=basis.title.in_language(language), version=version), owner]
    first = _day(facts.valid_from, language)
    if facts.valid_until is None:
        valid = words["valid_open"].format(first=first)
    else:
        valid = words["valid"].format(first=first, last=_day(facts.valid_until, language))
    decided, issued = (
        words["decided"].format(day=_day(facts.decided, language)),
        words["issued"].format(day=_day(facts.issued, language)),
    )
    yield "days", [valid, issued, decided]
    yield "conditions", [condition.in_language(language) for condition in facts.conditions]
    yield (
        "authorisations",
        [
            words["authorisation"].format(
                name=authorisation.name.in_language(language),
                authority=authorisation.authority.name.in_language(language),
            )
            for authorisation in facts.authorisations
        ],
    )


def _party(party: Party, language: str) -> Iterator[str]:
    yield party.name.in_language(language)
    yield _words(language)["registered"].format(register=party.register_name, id=party.registered_id).strip()
    address = party.address.in_language(language)
    if address:
        yield address


def _site_text(name: TranslatedText, address: TranslatedText, language: str) -> str:
    address_text = address.in_language(language)
    words = _words(language)["site" if address_text else "site_alone"]
    return str(words.format(name=name.in_language(language), address=address_text))


def _day(day: date, language: str) -> str:
    words = _words(language)
    return str(words["day"].format(day=day.day, month=words["months"][day.month - 1], year=day.year))
