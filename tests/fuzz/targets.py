"""Fuzz targets: readers of untrusted files as functions of bytes, each with valid seed inputs.

A target returns normally or refuses its input with a project error. Any other error, a crash or a hang is a finding.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from rules.contracts.errors import TouchstoneError
from rules.language.compiler import compile_folder
from rules.model.definitions import FactType
from rules.model.scorecard import Scorecard
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.workbook.single_subject import read_workbook
from tests.support.filled_workbooks import filled
from tests.support.small_card import small_card

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
_SCHEMES = ROOT / "tests" / "service" / "schemes"
_AS_OF = "2026-11-20"
_SMALL = 4_000
"""Bytes of a seed: small ones are changed to something new sooner."""


@dataclass(frozen=True)
class Target:
    """A reader with valid seed inputs."""

    read: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]

    def try_(self, content: bytes) -> None:
        """Read; a refusal is an answer."""
        with suppress(TouchstoneError):
            self.read(content)


def _of_scheme(module: str) -> Any:
    """Return a module of a scheme. Schemes can be removed from the tree, together with their targets."""
    return import_module(f"service.schemes.{module}")


def _compile(content: bytes) -> object:
    text = content.decode("utf-8", errors="replace")
    language = "zh" if "# language: zh" in text[:200] else "en"
    compiled = compile_folder({f"card.{language}.feature": text})
    return [diagnostic.render() for diagnostic in compiled.diagnostics]


def _feature_seeds() -> Iterator[bytes]:
    for path in sorted(CORPUS.rglob("*.feature")):
        content = path.read_bytes()
        if len(content) <= _SMALL:
            yield content


def _dossier(content: bytes) -> object:
    return read_dossier(content, small_card(), as_of=_AS_OF, settings={})


def _dossier_seeds() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((ROOT / "examples").glob("*.yaml")))
    yield b'{"subject": "organizations/a/subjects/b", "facts": {"status": "open", "renewable_share": "80 %"}}'
    yield b"subject: organizations/a/subjects/b\nfacts:\n  credits:\n    - {serial: A-1, amount: 7 tCO2e}\n"


@cache
def _package() -> dict[str, bytes]:
    content = io.BytesIO()
    filled().book.save(content)
    with zipfile.ZipFile(content) as package:
        return {name: package.read(name) for name in sorted(package.namelist())}


def _workbook(content: bytes) -> object:
    parts = dict(_package())
    if content:
        parts[list(parts)[content[0] % len(parts)]] = content[1:]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    with NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(packed.getvalue())
        file.flush()
        return read_workbook(Path(file.name), small_card(), as_of=_AS_OF, settings={})


def _workbook_seeds() -> Iterator[bytes]:
    for number, part in enumerate(_package().values()):
        yield bytes([number]) + part


@cache
def _battery_card() -> Scorecard:
    return Gazette(ROOT / "scorecards").newest("eu-battery").scorecard


def _passport(content: bytes) -> object:
    points = {
        fact.id: tuple(choice.id for choice in fact.choices)
        for fact in _battery_card().facts
        if fact.type is FactType.CHOICES
    }
    passport = _of_scheme("battery.passport").read_passport([("passport.json", content)], points)
    evidenced = {fact.id for fact in _battery_card().facts if fact.evidence}
    text = _of_scheme("battery.passport").write_dossier(
        passport, subject="organizations/a/subjects/b", issuer="x", evidenced=evidenced, language="en"
    )
    return read_dossier(text.encode(), _battery_card(), as_of=_AS_OF, settings={})


def _passport_seeds() -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted((_SCHEMES / "battery" / "passports").glob("*.json")))


def _report(content: bytes) -> object:
    return _of_scheme("cbam.quarterly_report.report_reader").read_report(content)


def _report_seeds() -> Iterator[bytes]:
    yield (_SCHEMES / "cbam" / "quarterly_report.xml").read_bytes()


def _page(content: bytes) -> object:
    return _of_scheme("claims.documents.document_reader").read_bytes(content, name="page.html")


def _page_seeds() -> Iterator[bytes]:
    yield b"<!doctype html><html lang=en><style>p{color:#fff;font-size:4px}</style><p>Green <b>soap</b>*"
    yield "<html lang=zh><body><nav>首页</nav><h1>碳中和</h1><details><summary>说明</summary>抵消</details>".encode()
    yield b"<table><tr><td style='display:none'>x<td><a href=#n>1</a></table><footer id=n>offsets</footer>"
    yield b"plain text, climate neutral"
    yield b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj trailer<</Root 1 0 R>>"


_OF_SCHEMES = {"passport": "battery", "quarterly-report": "cbam", "pages": "claims"}
_EVERY = {
    "features": Target(_compile, _feature_seeds),
    "dossier": Target(_dossier, _dossier_seeds),
    "workbook": Target(_workbook, _workbook_seeds),
    "passport": Target(_passport, _passport_seeds),
    "quarterly-report": Target(_report, _report_seeds),
    "pages": Target(_page, _page_seeds),
}
TARGETS = {
    name: target
    for name, target in _EVERY.items()
    if name not in _OF_SCHEMES or find_spec(f"service.schemes.{_OF_SCHEMES[name]}") is not None
}
