"""Handler of `data audit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rules.contracts import Json, in_language, wording_loader
from service.configuration.settings import Settings
from service.gazette.versions import CardResolver, Gazette
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.proofs.log_handlers import read_saved_checkpoint
from service.proofs.store_audit import AuditReport, audit
from service.store.database import resolve_store_url
from service.store.reporting_views import open_archive
from service.transparency.log_trust import read_log_trust

words = wording_loader(__name__)


def audit_store(
    checkpoint: Path | None, trust: Path | None, database_url: str | None, gazette: Path, language: str
) -> CommandResult:
    """Audit the full store and the gazette."""
    store_url = resolve_store_url(database_url)
    outside = None if checkpoint is None else read_saved_checkpoint(checkpoint, "--checkpoint")
    published = Gazette(gazette)
    with open_archive(store_url, CardResolver(published)) as store:
        templates, trusted = words(language), trust or Settings().trust
        report = audit(
            store.connection,
            published,
            outside=outside,
            trust=None if trusted is None else read_log_trust(trusted),
            progress=lambda done, all_: print_error(templates["audited"].format(done=done, all=all_)),
        )
    return CommandResult(_text(report, language), bool(report.faults), _document(report, language))


def _document(report: AuditReport, language: str) -> dict[str, Json]:
    counts: dict[str, Json] = {_camel_case(name): count for name, count in _counts(report).items()}
    faults: list[Json] = [
        {"place": fault.place, "problem": in_language(fault.problem, language)} for fault in report.faults
    ]
    newest = report.newest_stamp
    stamp: Json = None if newest is None else {"authority": newest.authority, "size": newest.size, "time": newest.time}
    return {"holds": not faults, **counts, "newestTimeStamp": stamp, "faults": faults}


def _camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.title, others))


def _text(report: AuditReport, language: str) -> str:
    templates = words(language)
    lines = [f"{fault.place}: {in_language(fault.problem, language)}" for fault in report.faults]
    lines.append(templates["looked_at"].format(**_counts(report)))
    lines.extend(_stamp_lines(report, templates))
    if report.uses_unknown:
        lines.append(templates["uses_unknown"].format(count=report.uses_unknown))
    if report.cosignatures_unknown:
        lines.append(templates["cosignatures_unknown"].format(count=report.cosignatures_unknown))
    unchecked = report.uses_unknown or report.cosignatures_unknown or report.unchecked_stamps
    whole = templates["checked_whole" if unchecked else "all_whole"]
    lines.append(templates["not_whole"].format(count=len(report.faults)) if report.faults else whole)
    return "\n".join(lines)


def _counts(report: AuditReport) -> dict[str, int]:
    return {name: count for name, count in asdict(report).items() if isinstance(count, int)}


def _stamp_lines(report: AuditReport, templates: Mapping[str, Any]) -> Iterator[str]:
    newest = report.newest_stamp
    if newest is None:
        yield templates["no_stamp"]
        return
    yield templates["newest_stamp"].format(authority=newest.authority, size=newest.size, time=newest.time)
    if report.unchecked_stamps:
        yield templates["newest_unchecked"].format(count=report.unchecked_stamps)
