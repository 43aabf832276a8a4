"""How is the file of a quarterly report read, safely and whole?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from lxml import etree

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.numbers import format_exact
from service.reading.given_files import read_file
from service.reading.tree.problems import Place
from service.schemes.cbam.quarterly_report.schema import NAMESPACE, schema_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_say = speaker(__name__)

MAXIMUM_BYTES = 50_000_000
_REMOTE = re.compile(rb"schemaLocation\s*=\s*[\"']\s*[a-z]+://", re.IGNORECASE)
_QUARTERS = {"Q1", "Q2", "Q3", "Q4"}


@dataclass(frozen=True, slots=True)
class ImportedGood:
    """One good of a report: masses in the unit that it names, emissions in tonnes of carbon dioxide equivalent."""

    item: str
    cn_code: str
    country: str
    net_mass: Fraction | None
    unit: str
    direct: Fraction
    indirect: Fraction
    overall: Fraction
    line: int


@dataclass(frozen=True, slots=True)
class QuarterlyReport:
    """A report that fits the schema; `notes` name what fits and still contradicts itself."""

    quarter: str
    submitted: str
    declarant: str
    goods: tuple[ImportedGood, ...]
    notes: tuple[str, ...]


def read_report(content: bytes, *, xsd: Path | None = None) -> QuarterlyReport:
    """Read a report and check it against our statement of the schema, and against a published one if it is given.

    Raises:
        InputError: it is no XML, carries a document type, or departs from a schema; each problem names its line.
    """
    root = _parse(content)
    problems = list(schema_problems(root))
    if xsd is not None:
        problems.extend(_published_problems(root, xsd))
    if problems:
        raise InputError(tuple(problems))
    return _report(root)


def _parse(content: bytes) -> etree._Element:
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise _refused(Place(line, 0).cell, _say("NOT_XML", problem=error.msg), "NOT_XML") from None
    if root.getroottree().docinfo.doctype:
        raise _refused(Place(1, 0).cell, _say("DOCUMENT_TYPE"), "DOCTYPE")
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _published_problems(root: etree._Element, xsd: Path) -> Iterator[Violation]:
    content = read_file(xsd, most=MAXIMUM_BYTES)
    if _REMOTE.search(content):
        raise _refused("xsd", _say("SCHEMA_ON_NETWORK", path=xsd), "REMOTE_SCHEMA")
    try:
        schema = etree.XMLSchema(etree.fromstring(content, _parser(), base_url=str(xsd)))
    except (etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
        raise _refused("xsd", _say("NO_SCHEMA", path=xsd, problem=str(error)[:200]), "BAD_SCHEMA") from None
    if schema.validate(root):
        return
    for entry in schema.error_log:
        said = entry.message.replace(f"{{{NAMESPACE}}}", "")
        yield Violation(Place(entry.line, 0).cell, _say("BY_SCHEMA", path=xsd.name, problem=said), "SCHEMA")


def _report(root: etree._Element) -> QuarterlyReport:
    goods = tuple(_good(element) for element in root.iterchildren(f"{{{NAMESPACE}}}ImportedGood"))
    return QuarterlyReport(
        quarter=f"{_text(root, 'Year')}-{_text(root, 'ReportingPeriod')}",
        submitted=_text(root, "SubmissionDate"),
        declarant=_text(root, "Declarant/IdentificationNumber"),
        goods=goods,
        notes=tuple(_notes(root, goods)),
    )


def _good(element: etree._Element) -> ImportedGood:
    mass = _text(element, "MeasureImported/NetMass")
    return ImportedGood(
        item=_text(element, "ItemNumber"),
        cn_code=_text(element, "CommodityCode/HsCode") + _text(element, "CommodityCode/CnCode"),
        country=_text(element, "OriginCountry/Country"),
        net_mass=Fraction(mass) if mass else None,
        unit=_text(element, "MeasureImported/MeasurementUnit"),
        direct=Fraction(_text(element, "TotalEmissions/TotalDirect")),
        indirect=Fraction(_text(element, "TotalEmissions/TotalIndirect")),
        overall=Fraction(_text(element, "TotalEmissions/OverallEmissions")),
        line=element.sourceline,
    )


def _notes(root: etree._Element, goods: tuple[ImportedGood, ...]) -> Iterator[str]:
    period = _text(root, "ReportingPeriod")
    if period not in _QUARTERS:
        yield _say("NOT_A_QUARTER", found=period)
    stated = _text(root, "TotalImported")
    if int(stated) != len(goods):
        yield _say("GOODS_COUNT", stated=stated, count=len(goods))
    total, summed = Fraction(_text(root, "TotalEmissions")), sum((good.overall for good in goods), Fraction(0))
    if total != summed:
        yield _say("EMISSIONS_SUM", stated=format_exact(total), sum=format_exact(summed))
    for good in goods:
        if good.overall != good.direct + good.indirect:
            parts = format_exact(good.direct + good.indirect)
            yield _say("OVERALL_SUM", line=good.line, item=good.item, stated=format_exact(good.overall), sum=parts)


def _text(element: etree._Element, path: str) -> str:
    found = element.find("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
    return "" if found is None else (found.text or "").strip()


def _refused(place: str, description: str, reason: str) -> InputError:
    return InputError((Violation(place, description, reason),))
