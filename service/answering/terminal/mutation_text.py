"""How is it told which slips of a card no example notices?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import RoundingMode, format_exact, round_to
from rules.contracts.typesetting import typeset
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.canonical import Json
    from rules.rehearsal.mutation import MutationReport, Survivor


def percent_noticed(report: MutationReport) -> str:
    """Write how many of a hundred slips are noticed, never more than is true."""
    return format_exact(round_to(report.percent, 1, RoundingMode.DOWN))


def mutation_text(report: MutationReport, language: str) -> str:
    """Write each survivor as the sentence that no example pins, then the sums."""
    said = words(language)["mutate"]
    told = (line for survivor in report.survivors for line in _survivor(survivor, said))
    lines = [typeset(line, language) for line in told]
    lines.append(
        said["sums"].format(
            tried=report.tried, noticed=report.noticed, percent=percent_noticed(report), left=len(report.survivors)
        )
    )
    if report.untried:
        lines.append(said["untried"].format(count=report.untried))
    if report.failed:
        lines.append(said["failed"].format(count=report.failed))
    return "\n".join(lines)


def _survivor(survivor: Survivor, said: dict[str, str]) -> Iterator[str]:
    head = said["aside"].format(heading=survivor.heading, beside=survivor.beside)
    place, told = _place(survivor), head if survivor.beside else survivor.heading
    yield said["place"].format(place=place, told=told) if place else told
    yield said["was"].format(was=survivor.was or said["nothing"])
    yield said["now"].format(now=survivor.now or said["dropped"])


def _place(survivor: Survivor) -> str:
    return "" if survivor.place is None else f"{survivor.place.path}:{survivor.place.line}"


def mutation_document(report: MutationReport, content_digest: str) -> dict[str, Json]:
    """Write the same for programs; `content_digest` is that of what was tried."""
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
        "untried": report.untried,
        "survivors": [_document(survivor) for survivor in report.survivors],
    }


def _document(survivor: Survivor) -> dict[str, Json]:
    place = survivor.place
    return {
        "path": survivor.path,
        "kind": f"KIND_{survivor.kind.name}",
        "heading": survivor.heading,
        "beside": survivor.beside,
        "was": survivor.was,
        "now": survivor.now,
        "file": None if place is None else place.path,
        "line": None if place is None else place.line,
    }
