"""Mutation testing report as text and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import RoundingMode, format_exact, parse_exact, round_to, typeset
from service.output.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.api import MutationReport
    from rules.contracts import Json
    from rules.rehearsal import PinningResult, SurvivingMutant

LEAST_PERCENT = 95


def percent_noticed(report: MutationReport) -> str:
    """Format the percentage of detected mutants, rounded down."""
    return format_exact(round_to(report.percent, 1, RoundingMode.DOWN))


def mutation_text(report: MutationReport, later: int, language: str) -> str:
    """Render the surviving mutants and the totals. `later` counts examples written after publication."""
    templates = words(language)["mutate"]
    survivor_lines = (line for survivor in report.survivors for line in _survivor(survivor, templates))
    lines = [typeset(line, language) for line in survivor_lines]
    lines.append(_sums_text(mutation_document(report, ""), language))
    if later:
        lines.append(templates["later"].format(count=later, examples=report.examples, version=report.version))
    lines += [templates["idle"].format(name=name) for name in report.idle]
    if report.untried:
        lines.append(templates["untried"].format(count=report.untried))
    if report.failed:
        lines.append(templates["failed"].format(count=report.failed))
    return "\n".join(lines)


def _sums_text(document: Mapping[str, Any], language: str) -> str:
    templates: dict[str, str] = words(language)["mutate"]
    survivor_count = len(document["survivors"])
    argued = sum(bool(survivor.get("because")) for survivor in document["survivors"])
    return templates["sums"].format(
        tried=document["tried"],
        noticed=document["noticed"],
        percent=document["percentNoticed"],
        left=survivor_count,
        argued=argued,
    )


def pinning_text(document: Mapping[str, Any] | None, folder: str, language: str) -> tuple[str, ...]:
    """Render the totals; warn if too few mutants are detected or `document` is None (not tested)."""
    templates = words(language)["mutate"]
    if document is None:
        return (templates["unmeasured"].format(folder=folder),)
    low = parse_exact(document["percentNoticed"]) < LEAST_PERCENT
    return (
        _sums_text(document, language),
        *([templates["below"].format(least=LEAST_PERCENT, folder=folder)] if low else []),
    )


def _survivor(survivor: SurvivingMutant, templates: dict[str, str]) -> Iterator[str]:
    head = templates["aside"].format(heading=survivor.heading, beside=survivor.context)
    location, heading = _location_text(survivor), head if survivor.context else survivor.heading
    yield templates["place"].format(place=location, told=heading) if location else heading
    yield templates["was"].format(was=survivor.was or templates["nothing"])
    yield templates["now"].format(now=survivor.now or templates["dropped"])
    if survivor.because:
        yield templates["because"].format(because=survivor.because)


def _location_text(survivor: SurvivingMutant) -> str:
    return "" if survivor.location is None else f"{survivor.location.path}:{survivor.location.line}"


def mutation_document(report: MutationReport, content_digest: str) -> dict[str, Json]:
    """Return the report in JSON form."""
    return {
        "card": report.card,
        "version": report.version,
        "ruleDigest": report.rule_digest,
        "contentDigest": content_digest,
        "examples": report.examples,
        "failedExamples": report.failed,
        "tried": report.tried,
        "noticed": report.noticed,
        "percentNoticed": percent_noticed(report),
        "argued": report.argued,
        "untried": report.untried,
        "survivors": [_document(survivor) for survivor in report.survivors],
    }


def _document(survivor: SurvivingMutant) -> dict[str, Json]:
    location = survivor.location
    return {
        "name": survivor.name,
        "because": survivor.because,
        "path": survivor.path,
        "kind": f"KIND_{survivor.kind.name}",
        "heading": survivor.heading,
        "beside": survivor.context,
        "was": survivor.was,
        "now": survivor.now,
        "file": None if location is None else location.path,
        "line": None if location is None else location.line,
    }


def pinned_text(pinned: PinningResult, shown: str, language: str) -> str:
    """Render the numbers of proposed examples and remaining mutants."""
    templates, count = words(language)["mutate"], _count(pinned)
    lines = [shown] if shown else []
    lines.append(templates["pinned"].format(count=count, left=pinned.remaining))
    if count:
        lines.append(templates["confirm"])
    return "\n".join(lines)


def pinned_document(pinned: PinningResult, files: Mapping[str, str], *, written: bool) -> dict[str, Json]:
    """Return the proposed examples in JSON form."""
    sources: list[Json] = [{"path": path, "content": content} for path, content in files.items()]
    return {"found": _count(pinned), "left": pinned.remaining, "sourceFiles": sources, "written": written}


def _count(pinned: PinningResult) -> int:
    return sum(map(len, pinned.examples.values()))
