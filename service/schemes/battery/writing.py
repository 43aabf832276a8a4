"""How does a passport read as a dossier, with each fact resting on its place in the file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker, told
from service.reading.dossier.writing import write_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from service.schemes.battery.reading import Passport, PassportFact

_say = speaker(__name__)

_SHOWN = 12


def write_dossier(passport: Passport, *, subject: str, issuer: str, evidenced: Collection[str], language: str) -> str:
    """Write the facts with their evidence; `evidenced` are the facts that count only with evidence."""
    issuer = issuer or passport.issuer or told(_say("NOT_STATED"), language)
    origin = _say("READ_FROM", files=[file.name for file in passport.files], title=passport.title)
    lines = [f"# {told(origin, language)}", f"subject: {subject}", "facts:"]
    for fact in passport.facts:
        if fact.fact in evidenced:
            lines.append(f"  {fact.fact}: {{value: {fact.written}, evidence: [{_evidence_id(fact)}]}}")
        else:
            lines.append(f"  {fact.fact}: {fact.written}  # {fact.file}: {_pointers(fact)}")
    lines.append("evidence:")
    digests = {file.name: file.digest for file in passport.files}
    for fact in passport.facts:
        if fact.fact in evidenced:
            lines += _evidence(passport, fact, digests[fact.file], issuer)
    return "\n".join(lines) + "\n"


def report_lines(passport: Passport) -> Iterator[str]:
    """Tell what was read and what was not: missing data points, those without field, notes, and what nothing read."""
    yield _say("FACT_COUNT", title=passport.title, count=len(passport.facts))
    for title, groups in (
        (_say("POINTS_MISSING"), passport.missing),
        (_say("POINTS_WITHOUT_FIELD"), passport.unknown_to_format),
    ):
        for fact, points in groups.items():
            yield _say("POINTS", title=title, fact=fact, points=points)
    yield from passport.notes
    for file in passport.files:
        if file.unread:
            yield _say("NOT_READ", file=file.name)
            yield from (f"  {pointer}" for pointer in file.unread)


def _evidence(passport: Passport, fact: PassportFact, digest: str, issuer: str) -> Iterator[str]:
    yield f"  {_evidence_id(fact)}:"
    yield f"    {{kind: battery-passport, issuer: {_text(issuer)},"
    if passport.issue_date:
        yield f"     issue_date: {passport.issue_date},"
    yield f"     locator: {{uri: {_text(fact.file)}, cell: {_text(_pointers(fact))}}},"
    yield f"     digest: {digest}}}"


def _pointers(fact: PassportFact) -> str:
    shown = [pointer or "/" for pointer in fact.pointers[:_SHOWN]]
    return " ".join(shown) + (" …" if len(fact.pointers) > _SHOWN else "")


def _evidence_id(fact: PassportFact) -> str:
    name = fact.fact.removeprefix("passport_").replace("_", "-")
    return "passport-file" if name == "passport" else f"passport-{name}"


def _text(text: str) -> str:
    return write_value(DeclaredValue(text=text))
