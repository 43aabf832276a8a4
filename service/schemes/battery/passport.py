"""Facts of a battery passport as a dossier, with a report of missing data."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from rules.contracts import (
    DateError,
    DeclaredValue,
    InputError,
    Violation,
    in_language,
    message_factory,
    parse_date,
    read_toml,
)
from rules.model import FactType, Scorecard
from service.base import instants
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.dossier.dossier_writer import comment, write_value
from service.input.foreign_formats import foreign_formats, recognize_json
from service.input.tabular.cell_texts import plain_decimal
from service.input.tree.nodes import Scalar
from service.input.tree.placed_errors import PlacedError, Problem, read_bounded
from service.output.terminal.given_options import compile_named_draft, resolve_rules
from service.output.terminal.streams import print_error
from service.schemes.battery.documents import (
    Document,
    PassportFormat,
    PointedNode,
    ValueMapping,
    detect_format,
    is_number,
    json_type_name,
    read_document,
    unread_pointers,
)

_message = message_factory(__name__)

_MAXIMUM_DIGITS = 34
_UNION_OFFSET_HOURS = 4


class _Unit(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    unit: str
    power: int


class _Meanings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    units: dict[str, _Unit]
    chemistries: dict[str, list[str]]


_MEANINGS = _Meanings.model_validate(read_toml("service.schemes.battery", "meanings.toml"))


@dataclass(frozen=True, slots=True)
class PassportValue:
    """A value in dossier syntax, and its source pointers."""

    written: str
    pointers: tuple[str, ...]


def _possible_days(text: str) -> tuple[date, ...]:
    """Return the days in the Union that a text may mean; empty if it is no date.

    A time with offset is converted, because the day of placing on the market counts. The Union is within four hours of
    Greenwich.
    """
    try:
        written, moment = parse_date(text[:10]), datetime.fromisoformat(text)
        if text[10:11] not in ("", "T", " "):
            return ()
        if moment.tzinfo is None:
            return (written,)
        shifted = [
            moment.astimezone(timezone(timedelta(hours=hours))).date()
            for hours in (-_UNION_OFFSET_HOURS, _UNION_OFFSET_HOURS)
        ]
    except (DateError, ValueError, OverflowError):
        return ()
    return tuple(dict.fromkeys(shifted))


class PassportValueReader:
    """Reader of one document; wrong values become problems, unusable ones become notes."""

    def __init__(self, document: Document, read: set[str], notes: list[str]) -> None:
        self._document = document
        self._read = read
        self._notes = notes

    def read(self, row: ValueMapping) -> PassportValue | None:
        nodes = self._find_nodes(row.at)
        if nodes and row.open_unit:
            self._notes.append(_message("FOOTPRINT_OPEN", place=nodes[0].pointer))
        if row.kind == "there":
            return PassportValue("yes", (nodes[0].pointer,)) if nodes else None
        if row.kind == "number":
            return self._number(row, nodes + self._find_nodes(row.and_at))
        scalar = self._text(nodes[0]) if nodes else None
        if scalar is None:
            return None
        return {"date": self._date, "choice": self._choice, "chemistry": self._chemistry}[row.kind](
            row, nodes[0], scalar
        )

    def _find_nodes(self, pattern: str) -> list[PointedNode]:
        nodes = [pointed for pointed in self._document.find(pattern) if not pointed.empty] if pattern else []
        self._read.update(pointed.pointer for pointed in nodes)
        return nodes

    def _text(self, pointed: PointedNode) -> str | None:
        if isinstance(pointed.node, Scalar) and not pointed.node.plain:
            return pointed.node.text.strip()
        self._document.problem(pointed, _message("TEXT_WANTED", kind=json_type_name(pointed.node)), "WRONG_TYPE")
        return None

    def _number(self, row: ValueMapping, nodes: list[PointedNode]) -> PassportValue | None:
        if not nodes:
            return None
        unit = self._unit(row)
        numbers = [self._decimal(row, pointed) for pointed in nodes]
        if unit is None or not all(number is not None for number in numbers):
            return None
        total = sum((number for number in numbers if number is not None), Decimal(0)).scaleb(unit[1])
        if row.share and total > 100:
            parts = " and ".join(pointed.pointer for pointed in nodes)
            self._document.problem(
                nodes[0], _message("SHARE_TOO_GREAT", parts=parts, total=plain_decimal(total)), "WRONG_VALUE"
            )
            return None
        return PassportValue(f"{plain_decimal(total)} {unit[0]}".strip(), tuple(pointed.pointer for pointed in nodes))

    def _decimal(self, row: ValueMapping, pointed: PointedNode) -> Decimal | None:
        node = pointed.node
        if not isinstance(node, Scalar) or not is_number(node):
            self._document.problem(pointed, _message("NUMBER_WANTED", kind=json_type_name(node)), "WRONG_TYPE")
            return None
        try:
            number = Decimal(node.text)
        except InvalidOperation:
            self._document.problem(pointed, _message("NOT_A_NUMBER", found=node.text[:40]), "WRONG_VALUE")
            return None
        if row.at_least is not None and number < row.at_least:
            self._document.problem(pointed, _message("BELOW", found=node.text[:40], least=row.at_least), "WRONG_VALUE")
            return None
        if max(number.adjusted(), 0) - min(int(number.as_tuple().exponent), 0) >= _MAXIMUM_DIGITS:
            self._document.problem(
                pointed, _message("TOO_MANY_DIGITS", found=node.text[:40], most=_MAXIMUM_DIGITS), "WRONG_VALUE"
            )
            return None
        return number

    def _unit(self, row: ValueMapping) -> tuple[str, int] | None:
        if not row.unit_at:
            return row.unit, 0
        nodes = self._find_nodes(row.unit_at)
        written = self._text(nodes[0]) if nodes else None
        if not nodes:
            self._notes.append(_message("UNIT_NOT_STATED", place=row.at, unit=row.unit_at))
        if written is None:
            return None
        exact_unit = _MEANINGS.units.get(written)
        if exact_unit is None:
            self._notes.append(_message("UNIT_NOT_EXACT", place=row.at, unit=written[:40]))
        return None if exact_unit is None else (exact_unit.unit, exact_unit.power)

    def _date(self, _row: ValueMapping, pointed: PointedNode, text: str) -> PassportValue | None:
        days = _possible_days(text)
        if len(days) == 1:
            return PassportValue(days[0].isoformat(), (pointed.pointer,))
        code = "DAY_OPEN" if days else "NOT_A_DATE"
        self._document.problem(pointed, _message(code, found=text[:40]), "WRONG_VALUE")
        return None

    def _choice(self, row: ValueMapping, pointed: PointedNode, text: str) -> PassportValue | None:
        written = row.words.get(text)
        if written is None:
            self._notes.append(_message("NONE_OF", place=pointed.pointer, found=text[:40], known=row.words))
        return PassportValue(written, (pointed.pointer,)) if written else None

    def _chemistry(self, _row: ValueMapping, pointed: PointedNode, text: str) -> PassportValue | None:
        for chemistry, words in _MEANINGS.chemistries.items():
            if any(word in text.lower() for word in words):
                return PassportValue(chemistry, (pointed.pointer,))
        self._notes.append(_message("CHEMISTRY", place=pointed.pointer, found=text[:40]))
        return None


@dataclass(frozen=True, slots=True)
class PassportFact:
    """A fact in dossier syntax, and its source pointers in one file."""

    fact: str
    written: str
    file: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassportFile:
    """A passport file: name, SHA-256 digest and unread pointers."""

    name: str
    digest: str
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """Content of a passport; `missing` points lack a value, `unknown_to_format` points lack a field."""

    title: str
    files: tuple[PassportFile, ...]
    issuer: str
    issue_date: str
    facts: tuple[PassportFact, ...]
    missing: dict[str, tuple[str, ...]]
    unknown_to_format: dict[str, tuple[str, ...]]
    notes: tuple[str, ...]


def read_passport(files: Sequence[tuple[str, bytes]], points: dict[str, tuple[str, ...]]) -> Passport:
    """Read the files of one passport; `points` are its data points by fact.

    Raises:
        InputError: If a file is invalid.
    """
    documents, violations = [], []
    for name, content in files:
        try:
            documents.append(read_document(content, name))
        except PlacedError as error:
            violations += [_violation(name, problem) for problem in error.problems]
    if violations:
        raise InputError(tuple(violations))
    form = detect_format(documents)
    passport = None if form is None else _PassportReader(documents, form, points).read(files)
    violations = [
        _violation(document.name, problem)
        for document in documents
        for problem in sorted(document.problems, key=_order)
    ]
    if violations or passport is None:
        raise InputError(tuple(violations))
    return passport


def _order(problem: Problem) -> tuple[int, int]:
    return (0, 0) if problem.position is None else (problem.position.line, problem.position.column)


def _violation(name: str, problem: Problem) -> Violation:
    position_text = "" if problem.position is None else f":{problem.position.line}:{problem.position.column}"
    field = f"{name}{position_text}" + (f": {problem.field}" if problem.field else "")
    return Violation(field, problem.description, problem.reason)


def _without_empty(points: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {fact: names for fact, names in points.items() if names}


class _PassportReader:
    def __init__(self, documents: list[Document], form: PassportFormat, points: dict[str, tuple[str, ...]]) -> None:
        self.documents = documents
        self.form = form
        self.points = points
        self.read_pointers: dict[str, set[str]] = {document.name: set() for document in documents}
        self.notes: list[str] = []

    def read(self, files: Sequence[tuple[str, bytes]]) -> Passport:
        facts: list[PassportFact] = []
        missing: dict[str, tuple[str, ...]] = {}
        fieldless: dict[str, tuple[str, ...]] = {}
        for fact, known in self.points.items():
            rows = self.form.points.get(fact)
            if rows is None:
                continue
            stated = {point: sources for point in known if (sources := self._data_point_sources(rows.get(point, "")))}
            facts += self._choices(fact, stated)
            if fact.startswith("passport_") and fact != "passport_premature":
                missing[fact] = tuple(point for point in known if point not in stated and point in rows)
                fieldless[fact] = tuple(point for point in known if point not in rows)
        facts += self._values()
        issuer, issue_date = self._text(self.form.issuer), self._date(self.form.issue_date)
        first = PassportFact("passport", "yes", self.documents[0].name, ("",))
        return Passport(
            title=self.form.title,
            files=tuple(map(self._file, files, self.documents)),
            issuer=issuer,
            issue_date=issue_date,
            facts=(first, *facts, *self._derived({fact.fact: fact for fact in facts})),
            missing=_without_empty(missing),
            unknown_to_format=_without_empty(fieldless),
            notes=(*self._version_notes(), *self.notes),
        )

    def _version_notes(self) -> Iterator[str]:
        """Yield the files without a version, if files of the format can state one."""
        if foreign_formats()[self.form.id].version_at:
            for document in self.documents:
                if recognize_json(document.values) is None:
                    yield _message("NO_VERSION", file=document.name, title=self.form.title)

    def _file(self, file: tuple[str, bytes], document: Document) -> PassportFile:
        name, content = file
        unread = unread_pointers(document, frozenset(self.read_pointers[name]))
        return PassportFile(name, hashlib.sha256(content).hexdigest(), unread)

    def _data_point_sources(self, pattern: str) -> list[tuple[str, str]]:
        for alternative in pattern.split(" | ") if pattern else ():
            parts = [list(self._find_pointed_nodes(part_pattern)) for part_pattern in alternative.split(" & ")]
            if all(parts):
                return [(name, pointed.pointer) for part in parts for name, pointed in part]
        return []

    def _find_pointed_nodes(self, pattern: str) -> Iterator[tuple[str, PointedNode]]:
        for document in self.documents:
            for pointed in document.find(pattern):
                self.read_pointers[document.name].add(pointed.pointer)
                if not pointed.empty:
                    yield document.name, pointed

    def _choices(self, fact: str, stated: dict[str, list[tuple[str, str]]]) -> Iterator[PassportFact]:
        if not stated and not fact.startswith("passport_"):
            return
        sources = [source for group in stated.values() for source in group]
        name = sources[0][0] if sources else self.documents[0].name
        pointers = tuple(dict.fromkeys(pointer for file, pointer in sources if file == name)) or ("",)
        yield PassportFact(fact, f"[{', '.join(stated)}]", name, pointers)

    def _values(self) -> Iterator[PassportFact]:
        for fact, row in self.form.values.items():
            for document in self.documents:
                reader = PassportValueReader(document, self.read_pointers[document.name], self.notes)
                value = reader.read(row)
                if value is not None:
                    yield PassportFact(fact, value.written, document.name, value.pointers)
                    break

    def _derived(self, facts: dict[str, PassportFact]) -> Iterator[PassportFact]:
        stated = facts.get("passport_recycled")
        if stated is None or stated.written == "[]":
            return
        general = facts["passport_general"].written.strip("[]").split(", ")
        documented = {"year": "manufacturing_date", "plant": "manufacturing_place"}
        parts = ["shares", *(part for part, point in documented.items() if point in general)]
        yield PassportFact("recycled_stated", "yes", stated.file, stated.pointers)
        yield PassportFact("recycled_documents", f"[{', '.join(parts)}]", stated.file, stated.pointers)

    def _text(self, pattern: str) -> str:
        texts = (
            pointed.node.text for _, pointed in self._find_pointed_nodes(pattern) if isinstance(pointed.node, Scalar)
        )
        return next(texts, "") if pattern else ""

    def _date(self, pattern: str) -> str:
        written = self._text(pattern).strip()
        days = _possible_days(written)
        if written and len(days) != 1:
            self.notes.append(_message("ISSUE_DATE_LEFT", place=pattern, found=written[:40]))
        return days[0].isoformat() if len(days) == 1 else ""


@dataclass(frozen=True, slots=True)
class PassportDossier:
    """A dossier as YAML text, and its report."""

    text: str
    report: tuple[str, ...]


def write_passport_dossier(  # noqa: PLR0913, PLR0917 -- one parameter per option
    files: Sequence[Path], subject: str, card: str, issuer: str, gazette: Path, language: str
) -> str:
    """Return the dossier of passport files, and print its report."""
    scorecard = scorecard_of(card, Gazette(gazette))
    dossier = dossier_from_passport(files, scorecard, subject=subject, issuer=issuer, language=language)
    for line in dossier.report:
        print_error(in_language(line, language))
    return dossier.text


def scorecard_of(card: str, gazette: Gazette) -> Scorecard:
    """Return the scorecard of a draft, or of the version in force today."""
    resolved = resolve_rules(card, gazette)
    if isinstance(resolved, Path):
        return compile_named_draft(resolved).scorecard
    now = instants.now()
    return gazette.find(resolved, as_of=parse_date(now[:10]), known=now).scorecard


def dossier_from_passport(
    files: Sequence[Path], scorecard: Scorecard, *, subject: str, issuer: str, language: str = "en"
) -> PassportDossier:
    """Read passport files into a dossier."""
    points = {
        fact.id: tuple(choice.id for choice in fact.choices)
        for fact in scorecard.facts
        if fact.type is FactType.CHOICES
    }
    if "passport_general" not in points:
        raise InputError.of("--card", _message("NO_PASSPORT_CARD", card=scorecard.card.id), "WRONG_CARD")
    passport = read_passport([(path.name, read_bounded(path)) for path in files], points)
    evidenced = {fact.id for fact in scorecard.facts if fact.evidence}
    text = write_dossier(passport, subject=subject, issuer=issuer, evidenced=evidenced, language=language)
    read_dossier(text.encode(), scorecard, as_of=instants.now()[:10], settings={})
    return PassportDossier(text, tuple(_report_lines(passport)))


_MAX_POINTERS = 12


def write_dossier(passport: Passport, *, subject: str, issuer: str, evidenced: Collection[str], language: str) -> str:
    """Render the facts, those in `evidenced` with evidence entries."""
    issuer = issuer or passport.issuer or in_language(_message("NOT_STATED"), language)
    origin = _message("READ_FROM", files=[file.name for file in passport.files], title=passport.title)
    lines = [comment(in_language(origin, language)), f"subject: {subject}", "facts:"]
    for fact in passport.facts:
        if fact.fact in evidenced:
            lines.append(f"  {fact.fact}: {{value: {fact.written}, evidence: [{_evidence_id(fact)}]}}")
        else:
            lines.append(f"  {fact.fact}: {fact.written}  {comment(f'{fact.file}: {_pointers(fact)}')}")
    lines.append("evidence:")
    digests = {file.name: file.digest for file in passport.files}
    for fact in passport.facts:
        if fact.fact in evidenced:
            lines += _evidence(passport, fact, digests[fact.file], issuer)
    return "\n".join(lines) + "\n"


def _report_lines(passport: Passport) -> Iterator[str]:
    yield _message("FACT_COUNT", title=passport.title, count=len(passport.facts))
    for title, groups in (
        (_message("POINTS_MISSING"), passport.missing),
        (_message("POINTS_WITHOUT_FIELD"), passport.unknown_to_format),
    ):
        for fact, points in groups.items():
            yield _message("POINTS", title=title, fact=fact, points=points)
    yield from passport.notes
    for file in passport.files:
        if file.unread:
            yield _message("NOT_READ", file=file.name)
            yield from (f"  {pointer}" for pointer in file.unread)


def _evidence(passport: Passport, fact: PassportFact, digest: str, issuer: str) -> Iterator[str]:
    yield f"  {_evidence_id(fact)}:"
    yield f"    {{kind: battery-passport, issuer: {_text(issuer)},"
    if passport.issue_date:
        yield f"     issue_date: {passport.issue_date},"
    yield f"     locator: {{uri: {_text(fact.file)}, cell: {_text(_pointers(fact))}}},"
    yield f"     digest: {digest}}}"


def _pointers(fact: PassportFact) -> str:
    shown = [pointer or "/" for pointer in fact.pointers[:_MAX_POINTERS]]
    return " ".join(shown) + (" …" if len(fact.pointers) > _MAX_POINTERS else "")


def _evidence_id(fact: PassportFact) -> str:
    name = fact.fact.removeprefix("passport_").replace("_", "-")
    return "passport-file" if name == "passport" else f"passport-{name}"


def _text(text: str) -> str:
    return write_value(DeclaredValue(text=text))
