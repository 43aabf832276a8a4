"""CBAM quarterly report (XML): parser with schema check, dossier conversion and the command `cbam quarterly-report`."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lxml import etree
from lxml.etree import _Element

from rules.contracts import (
    DeclaredValue,
    InputError,
    Violation,
    error_message,
    format_exact,
    in_language,
    message_factory,
    read_toml,
    wording_loader,
)
from service.base.resource_names import organization_of
from service.base.whole_numbers import parse_whole_number
from service.input.dossier.dossier_writer import comment, write_value
from service.input.foreign_formats import recognize_xml, refusal_of
from service.input.given_files import read_text_file
from service.input.tree.placed_errors import FilePosition, quote_value
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.output.terminal.words import words

if TYPE_CHECKING:
    from rules.contracts import Json

_message, _words = message_factory(__name__), wording_loader(__name__)

NAMESPACE = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
ROOT = "QReport"
_FORMAT = "cbam_quarterly_report"
_SCHEMA_INSTANCE_PREFIX = "{http://www.w3.org/2001/XMLSchema-instance}"
_PART = re.compile(r"(?P<kind>\S+)(?: (?:(?P<optional>\?)|\{(?P<least>[0-9]+),(?P<most>[0-9]+)\}))?\Z")
_BLANK = " \t\n\r"


@dataclass(frozen=True, slots=True)
class ChildElement:
    """Kind of a child element and its number of occurrences."""

    kind: str
    least: int
    most: int


@cache
def schema_elements() -> Mapping[str, Mapping[str, ChildElement]]:
    """Return the ordered child elements of every element kind."""
    kinds = read_toml("service.schemes.cbam.quarterly_report", "schema.toml")
    return {kind: {name: _part(written) for name, written in parts.items()} for kind, parts in kinds.items()}


def _part(written: str) -> ChildElement:
    match = _PART.match(written)
    if match is None:
        raise ValueError(f"'{written}' is not an element kind with a number of occurrences")
    if match["optional"]:
        return ChildElement(match["kind"], 0, 1)
    return ChildElement(match["kind"], int(match["least"] or 1), int(match["most"] or 1))


def schema_problems(root: _Element) -> tuple[Violation, ...]:
    """Return all departures from the schema, in file order."""
    name = etree.QName(root)
    if refusal := refusal_of(recognize_xml(name.namespace or "", dict(root.attrib)), (_FORMAT,)):
        return (Violation(FilePosition(root.sourceline or 0, 0).cell, refusal, "UNKNOWN_FORMAT"),)
    if root.tag != _tag(ROOT):
        description = _message("OTHER_ROOT", found=_name(root), root=ROOT, namespace=NAMESPACE)
        return (_schema_violation(root, description),)
    problems = [*_attribute_problems(root, ROOT), *_content_problems(root, ROOT, ROOT)]
    return tuple(sorted(problems, key=lambda problem: int(problem.field.removeprefix("line "))))


def _content_problems(element: _Element, kind: str, path: str) -> Iterator[Violation]:
    parts = schema_elements()[kind]
    order = list(parts)
    if _loose_text(element):
        yield _schema_violation(element, _message("TEXT_BETWEEN", path=path))
    counts: Counter[str] = Counter()
    reached = 0
    for child in element.iterchildren(tag="*"):
        name = _own_name(child)
        if name not in parts:
            yield _schema_violation(child, _message("ELEMENT_UNKNOWN", path=path, name=_name(child), known=order))
            continue
        counts[name] += 1
        position = order.index(name)
        if position < reached:
            yield _schema_violation(child, _message("WRONG_ORDER", path=path, name=name, before=order[reached]))
        reached = max(reached, position)
        part = parts[name]
        if counts[name] == part.most + 1:
            yield _schema_violation(child, _message("TOO_OFTEN", path=path, name=name, times=_times_text(part.most)))
        yield from _child_problems(child, part, f"{path}/{name}{f'[{counts[name]}]' if part.most > 1 else ''}")
    for name, part in parts.items():
        if counts[name] < part.least:
            yield _schema_violation(element, _message("MISSING", path=path, name=name))


def _child_problems(child: _Element, part: ChildElement, path: str) -> Iterator[Violation]:
    yield from _attribute_problems(child, path)
    if part.kind in schema_elements():
        yield from _content_problems(child, part.kind, path)
        return
    if next(child.iterchildren(tag="*"), None) is not None:
        yield _schema_violation(child, _message("ELEMENTS_INSIDE", path=path))
        return
    problem = value_problem(part.kind, "".join(child.itertext(tag=child.tag, with_tail=False)))
    if problem:
        yield _schema_violation(child, _message("AT_PATH", path=path, problem=problem))


def _attribute_problems(element: _Element, path: str) -> Iterator[Violation]:
    for name in element.attrib:
        if not str(name).startswith(_SCHEMA_INSTANCE_PREFIX):
            yield _schema_violation(element, _message("ATTRIBUTE", path=path, name=name))


def _loose_text(element: _Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip(_BLANK) for text in texts)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _own_name(element: _Element) -> str:
    prefix = f"{{{NAMESPACE}}}"
    return element.tag.removeprefix(prefix) if element.tag.startswith(prefix) else ""


def _name(element: _Element) -> str:
    name = _own_name(element)
    return name or _message("OTHER_NAMESPACE", name=element.tag[:120])


def _times_text(count: int) -> str:
    return _message("ONCE") if count == 1 else _message("TIMES", count=count)


def _schema_violation(element: _Element, description: str) -> Violation:
    return Violation(FilePosition(element.sourceline or 0, 0).cell, description, "SCHEMA")


_TEXT_KIND = re.compile(r"an?(\.\.)?([0-9]+)\Z")
_INTEGER_KIND = re.compile(r"n(\.\.)?([0-9]+)\Z")
_DECIMAL_KIND = re.compile(r"dec([0-9]+)-([0-9]+)\Z")
_INTEGER = re.compile(r"[+-]?[0-9]+\Z")
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\Z")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SPACE = re.compile(r"[ \t\n\r]+")
_GREATEST_INTEGER = 2**31
_MAX_QUOTE_LENGTH = 40


def value_problem(kind: str, text: str) -> str | None:
    """Return the problem of a value of a kind such as `an..70`, or None."""
    if match := _TEXT_KIND.match(kind):
        return _text_problem(text, int(match[2]), upto=match[1] is not None)
    value = _SPACE.sub(" ", text).strip(" ")
    shown = quote_value(value[:_MAX_QUOTE_LENGTH]) if value else _message("NOTHING")
    if match := _INTEGER_KIND.match(kind):
        return _integer_problem(value, shown, int(match[2]), upto=match[1] is not None)
    if match := _DECIMAL_KIND.match(kind):
        return _decimal_problem(value, shown, int(match[1]), int(match[2]))
    match kind:
        case "decimal":
            return None if _DECIMAL.match(value) else _message("NOT_A_DECIMAL", found=shown)
        case "boolean":
            return None if value in {"true", "false", "1", "0"} else _message("NEITHER_TRUE_NOR_FALSE", found=shown)
        case "date":
            return None if _is_date(value) else _message("NO_SUCH_DATE", found=shown)
        case "instant":
            return None if _is_instant(value) else _message("NO_SUCH_INSTANT", found=shown)
        case "base64":
            return None if _is_base64(value) else _message("NOT_BASE64", found=shown)
        case _:
            raise ValueError(f"'{kind}' is not a known kind of value")


def _text_problem(text: str, length: int, *, upto: bool) -> str | None:
    shown = quote_value(f"{text[:_MAX_QUOTE_LENGTH]}{'…' if len(text) > _MAX_QUOTE_LENGTH else ''}")
    if upto and not 1 <= len(text) <= length:
        return _message("LENGTH", found=shown, count=len(text), most=length)
    if not upto and len(text) != length:
        return _message("EXACT_LENGTH", found=shown, count=len(text), most=length)
    return None


def _integer_problem(value: str, shown: str, digits: int, *, upto: bool) -> str | None:
    if not _INTEGER.match(value):
        return _message("NOT_WHOLE", found=shown)
    if upto:
        if not value.isdigit() or len(value) > digits:
            return _message("DIGITS_WITHOUT_SIGN", found=shown, most=digits)
        return None
    significant = value.lstrip("+-").lstrip("0")
    if len(significant) > digits:
        return _message("TOO_MANY_DIGITS", found=shown, count=len(significant), most=digits)
    size = parse_whole_number(significant or "0", most=_GREATEST_INTEGER)
    is_too_great = size is None or (size == _GREATEST_INTEGER and not value.startswith("-"))
    if is_too_great:
        return _message("TOO_GREAT", found=shown, least=-_GREATEST_INTEGER, most=_GREATEST_INTEGER - 1)
    return None


def _decimal_problem(value: str, shown: str, total: int, places: int) -> str | None:
    if not _DECIMAL.match(value):
        return _message("NOT_A_DECIMAL", found=shown)
    integer_part, _, fraction = value.lstrip("+-").partition(".")
    integer_part, fraction = integer_part.lstrip("0"), fraction.rstrip("0")
    if len(fraction) > places:
        return _message("TOO_MANY_DECIMALS", found=shown, count=len(fraction), most=places)
    if len(integer_part) + len(fraction) > total:
        return _message("TOO_MANY_DIGITS", found=shown, count=len(integer_part) + len(fraction), most=total)
    return None


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_instant(value: str) -> bool:
    if not _INSTANT.match(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_base64(value: str) -> bool:
    try:
        b64decode(value.replace(" ", ""), validate=True)
    except (Base64Error, ValueError):
        return False
    return True


MAXIMUM_BYTES = 50_000_000
_REMOTE = re.compile(rb"schemaLocation\s*=\s*[\"']\s*[a-z]+://", re.IGNORECASE)
_QUARTERS = {"Q1", "Q2", "Q3", "Q4"}


@dataclass(frozen=True, slots=True)
class ImportedGood:
    """Good with emissions in tCO2e and mass in `unit`."""

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
    """Valid report; `notes` describe contradictions in it."""

    quarter: str
    submitted: str
    declarant: str
    goods: tuple[ImportedGood, ...]
    notes: tuple[str, ...]


def read_report(content: bytes, *, xsd: Path | None = None) -> QuarterlyReport:
    """Parse a report and validate it, also against a published schema if any."""
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
        raise _refused(FilePosition(line, 0).cell, _message("NOT_XML", problem=error.msg), "NOT_XML") from None
    if root.getroottree().docinfo.doctype:
        raise _refused(FilePosition(1, 0).cell, _message("DOCUMENT_TYPE"), "DOCTYPE")
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
    content = read_text_file(xsd, most=MAXIMUM_BYTES, allowed="XML Schema")
    if _REMOTE.search(content):
        raise _refused("xsd", _message("SCHEMA_ON_NETWORK", path=xsd), "REMOTE_SCHEMA")
    try:
        schema = etree.XMLSchema(etree.fromstring(content, _parser(), base_url=str(xsd)))
    except (etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
        raise _refused("xsd", _message("NO_SCHEMA", path=xsd, problem=error_message(error)), "BAD_SCHEMA") from None
    if schema.validate(root):
        return
    for entry in schema.error_log:
        message = entry.message.replace(f"{{{NAMESPACE}}}", "")
        yield Violation(
            FilePosition(entry.line, 0).cell, _message("BY_SCHEMA", path=xsd.name, problem=message), "SCHEMA"
        )


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
        yield _message("NOT_A_QUARTER", found=period)
    stated = _text(root, "TotalImported")
    if parse_whole_number(stated.removeprefix("+")) != len(goods):
        yield _message("GOODS_COUNT", stated=stated, count=len(goods))
    total, summed = Fraction(_text(root, "TotalEmissions")), sum((good.overall for good in goods), Fraction(0))
    if total != summed:
        yield _message("EMISSIONS_SUM", stated=format_exact(total), sum=format_exact(summed))
    for good in goods:
        if good.overall != good.direct + good.indirect:
            parts = format_exact(good.direct + good.indirect)
            yield _message("OVERALL_SUM", line=good.line, item=good.item, stated=format_exact(good.overall), sum=parts)


def _text(element: etree._Element, path: str) -> str:
    child = element.find("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
    return "" if child is None else (child.text or "").strip()


def _refused(location: str, description: str, reason: str) -> InputError:
    return InputError.of(location, description, reason)


OPEN = ("net_mass", "complex", "method", "justified", "estimated", "exempt")
_FIRST_DAYS = {"Q1": "01-01", "Q2": "04-01", "Q3": "07-01", "Q4": "10-01"}
_BRUSSELS = ZoneInfo("Europe/Brussels")


def write_dossier(report: QuarterlyReport, *, subject: str, language: str) -> str:
    """Return a dossier; its leading comment lists facts that the report lacks."""
    organization_of(subject, field="--dossier")
    origin = _message("READ_FROM", quarter=report.quarter, declarant=report.declarant, open=OPEN)
    head = (
        comment(in_language(origin, language)),
        f"subject: {subject}",
        "facts:",
    )
    return "\n".join([*head, *_facts(report), "  goods:", "    value:", *map(_good_as_record, report.goods)]) + "\n"


def _facts(report: QuarterlyReport) -> Iterator[str]:
    year, _, quarter = report.quarter.partition("-")
    if quarter in _FIRST_DAYS:
        yield f"  quarter_start: {{value: {year}-{_FIRST_DAYS[quarter]}}}"
    yield "  submitted: {value: yes}"
    day = datetime.fromisoformat(report.submitted).astimezone(_BRUSSELS).date()
    yield f"  submitted_on: {{value: {day.isoformat()}}}"


def _good_as_record(good: ImportedGood) -> str:
    record = {
        "position": DeclaredValue(text=good.item),
        "cn_code": DeclaredValue(text=good.cn_code or None),
        "origin": DeclaredValue(text=good.country),
        "direct": _tonnes(good.direct),
        "indirect": _tonnes(good.indirect),
        "overall": _tonnes(good.overall),
    }
    return f"      - {write_value(DeclaredValue(records=(record,)))[1:-1]}"


def _tonnes(amount: Fraction) -> DeclaredValue:
    return DeclaredValue(number=format_exact(amount), unit="tCO2e")


_GOODS = (
    "item", "cnCode", "originCountry", "netMass", "measurementUnit", "directEmissions", "indirectEmissions",
    "overallEmissions",
)  # fmt: skip


def read_quarterly_report(
    file: Path, xsd: Path | None, dossier: str | None, format: str, language: str
) -> CommandResult:
    """Read a report; except for JSON, print its notes to standard error."""
    is_json = format == "json"
    if dossier is not None and is_json:
        raise InputError.of("--format", _message("DOSSIER_IS_YAML"), "WRONG_VALUE")
    report = read_report(read_text_file(file, most=MAXIMUM_BYTES, allowed="XML"), xsd=xsd)
    output = (
        _table_text(report, language) if dossier is None else write_dossier(report, subject=dossier, language=language)
    )
    for note in () if is_json else report.notes:
        print_error(words(language)["note"].format(note=in_language(note, language)))
    return CommandResult(output, document=_document(report))


def _table_text(report: QuarterlyReport, language: str) -> str:
    phrases = _words(language)
    rows = [_fields(good) for good in report.goods]
    head = phrases["head"].format(quarter=report.quarter, declarant=report.declarant, submitted=report.submitted)
    return f"{head}\n\n{columns_text(tuple(phrases['heads']), rows)}"


def _document(report: QuarterlyReport) -> Json:
    return {
        "quarter": report.quarter,
        "submitted": report.submitted,
        "declarant": report.declarant,
        "goods": [dict(zip(_GOODS, _fields(good), strict=True)) for good in report.goods],
        "notes": list(report.notes),
    }


def _fields(good: ImportedGood) -> tuple[str, ...]:
    return (
        str(good.item),
        good.cn_code,
        good.country,
        "" if good.net_mass is None else format_exact(good.net_mass),
        good.unit,
        format_exact(good.direct),
        format_exact(good.indirect),
        format_exact(good.overall),
    )
