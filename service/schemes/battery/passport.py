"""Dossier from a battery passport, with a report of missing data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rules.contracts import DeclaredValue, InputError, Violation, in_language, message_factory, parse_date
from rules.model import FactType, Scorecard
from service.base import instants
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.dossier.dossier_writer import comment, write_value
from service.input.tree.placed_errors import read_bounded
from service.output.terminal.named_rules import compile_named_draft, resolve_rules
from service.output.terminal.output import print_error
from service.schemes.battery.passport_reader import Passport, PassportFact, read_passport

_message = message_factory(__name__)


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
        description = _message("NO_PASSPORT_CARD", card=scorecard.card.id)
        raise InputError((Violation("--card", description, "WRONG_CARD"),))
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
