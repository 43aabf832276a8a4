"""Double-use section of reports and explanations: numbers used twice, and the affected gates.

A serial or certificate number used for another subject or period is a major finding. A shared document or line number
may be legitimate. Gates that depend on the list with the number, or on facts with its evidence kinds, are affected;
their outcomes do not change. Scorecards do not mark gates about double claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rules.contracts import join_items, typeset
from rules.engine import Dependencies
from service.base.resource_names import OTHER_ORGANIZATION, OTHER_PERIOD
from service.output.report.formatters import words
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts import DeclaredValue
    from rules.model import Scorecard
    from service.output.report.formatters import RecordFormatter

    Findings = Sequence[evaluation_pb2.Finding]
    Row = dict[str, Any]
    Explained = evaluation_service_pb2.ExplainEvaluationResponse

_RECORD_FIELD_PATH = re.compile(r"facts\[(?P<list>[^\]]*)\]\.records\[(?P<key>.*)\]\.(?P<field>[^.\]]+)\Z", re.DOTALL)
_TEMPLATES = {OTHER_PERIOD: "other_period", OTHER_ORGANIZATION: "other_organization"}
_MAX_LISTED_NAMES = 3
SHOWN = 12


def double_uses(findings: Iterable[evaluation_pb2.Finding]) -> list[evaluation_pb2.Finding]:
    """Return the double uses."""
    return [finding for finding in findings if finding.severity == evaluation_pb2.Finding.SEVERITY_MAJOR]


def shared_uses(findings: Iterable[evaluation_pb2.Finding]) -> list[evaluation_pb2.Finding]:
    """Return the legitimate shared uses."""
    return [finding for finding in findings if finding.severity != evaluation_pb2.Finding.SEVERITY_MAJOR]


def double_use_sentence(
    finding: evaluation_pb2.Finding, language: str, formatter: RecordFormatter | None = None
) -> str:
    """Describe a double use; without a formatter, its value is a path."""
    templates = words(language)["archive"]
    others = finding.subjects or finding.periods
    names = [other.rpartition("/")[2] if finding.subjects else other.replace("/", " – ") for other in others]
    template = _TEMPLATES.get(finding.finding_id, "other_subject")
    if template == "other_organization":
        names = list(finding.subjects)
        template = template if finding.evaluations else "other_organization_untold"
    other_users = templates["named"].format(names=_shorten_list(names, _MAX_LISTED_NAMES, language)) if names else ""
    value_text = finding.place if formatter is None else _describe_value(finding.place, formatter)
    text = templates[template].format(
        what=value_text, named=other_users, evaluations=_shorten_list(list(finding.evaluations), 1, language)
    )
    return typeset(text, language)


def _shorten_list(items: list[str], most: int, language: str) -> str:
    shown = join_items(items[:most], language)
    if len(items) <= most:
        return shown
    return str(words(language)["archive"]["and_more"].format(shown=shown, count=len(items) - most))


def _describe_value(path: str, formatter: RecordFormatter) -> str:
    match = _RECORD_FIELD_PATH.match(path)
    if match is None:
        return path
    name, key, field = match["list"], match["key"], match["field"]
    value = next((text for row in _rows(name, formatter) if key in _texts(row) for text in _texts(row, field)), key)
    list_name = formatter.renderer.name(name)
    slots = {"field": formatter.renderer.name(field, name), "value": value, "list": list_name}
    template = "serial" if value == key else "serial_of"
    return str(formatter.words["archive"][template].format(key=key, **slots))


def _rows(name: str, formatter: RecordFormatter) -> Iterable[dict[str, DeclaredValue]]:
    used = next((fact.used for fact in formatter.record.facts if fact.declared.id == name), None)
    return () if used is None or used.records is None else used.records


def _texts(row: dict[str, DeclaredValue], *fields: str) -> list[str]:
    chosen = (row[field] for field in fields if field in row) if fields else row.values()
    return [value.key_text for value in chosen if value.key_text]


def _affected_gates(scorecard: Scorecard, findings: Findings) -> tuple[str, ...]:
    lists = {
        match["list"]
        for finding in double_uses(findings)
        if (match := _RECORD_FIELD_PATH.match(finding.place)) is not None
    }
    kinds = {kind for fact in scorecard.facts if fact.id in lists for kind in fact.evidence}
    related_facts = lists | {fact.id for fact in scorecard.facts if kinds.intersection(fact.evidence)}
    dependencies = Dependencies(scorecard)
    return tuple(
        gate.id for gate in scorecard.gates if lists and related_facts.intersection(dependencies.of((gate.id,)))
    )


def mark_affected_gates(gates: Iterable[Row], formatter: RecordFormatter, findings: Findings) -> Iterator[Row]:
    """Yield gates, with a warning in affected answers only."""
    affected, count = _affected_gates(formatter.scorecard, findings), len(double_uses(findings))
    for gate in gates:
        if gate["id"] in affected:
            answer = formatter.words["archive"]["beside"].format(answer=gate["answer"], count=count)
            yield {**gate, "answer": answer, "is_doubted": True}
        else:
            yield {**gate, "is_doubted": False}


def block(formatter: RecordFormatter, findings: Findings) -> Row:
    """Return the double-use section; empty without double uses."""
    uses, templates = double_uses(findings), formatter.words["archive"]
    if not uses:
        return {}
    return {
        "title": templates["title"].format(count=len(uses), severity=formatter.words["severity"]["major"]),
        "sentences": [double_use_sentence(finding, formatter.language, formatter) for finding in uses],
        "note": templates["note"],
    }


def shared(formatter: RecordFormatter, findings: Findings) -> Row:
    """Return legitimate shared uses, counted and listed; empty without any."""
    uses = shared_uses(findings)
    if not uses:
        return {}
    templates = formatter.words["archive"]
    return {
        "count": templates["shared"].format(count=len(uses)),
        "where": templates["shared_where"],
        "sentences": [double_use_sentence(finding, formatter.language, formatter) for finding in uses],
    }


def lines(findings: Findings, language: str, formatter: RecordFormatter | None = None) -> Iterator[str]:
    """Yield double uses as text lines: the count, then at most `SHOWN` sentences."""
    uses, templates = double_uses(findings), words(language)
    if not uses:
        return
    title = templates["archive"]["title"].format(count=len(uses), severity=templates["severity"]["major"])
    yield typeset(title, language)
    for finding in uses[:SHOWN]:
        yield f"  ! {double_use_sentence(finding, language, formatter)}"
    if len(uses) > SHOWN:
        yield f"  {templates['and_more'].format(count=len(uses) - SHOWN)}"


def prepend_double_uses(
    answer: Explained, formatter: RecordFormatter, findings: Findings, criterion: str | None
) -> None:
    """Insert double uses and affected gates before the statements of `answer`."""
    explained = list(answer.statements)
    del answer.statements[:]
    answer.statements.extend([*_statements(formatter, findings, criterion), *explained])
    if (shared_findings := shared_uses(findings)) and criterion is None:
        templates = formatter.words["archive"]
        text = templates["end"].format(
            text=templates["shared"].format(count=len(shared_findings)) + templates["shared_where"]
        )
        answer.statements.add(topic="TOPIC_STANDING", text=typeset(text, formatter.language))


def _statements(
    formatter: RecordFormatter, findings: Findings, criterion: str | None
) -> Iterator[evaluation_service_pb2.Statement]:
    templates, uses = formatter.words["archive"], double_uses(findings)
    for finding in uses:
        match = _RECORD_FIELD_PATH.match(finding.place)
        yield evaluation_service_pb2.Statement(
            topic="TOPIC_ARCHIVE",
            text=templates["end"].format(
                text=templates["double"].format(text=double_use_sentence(finding, formatter.language, formatter))
            ),
            fact_ids=[match["list"]] if match is not None else [],
        )
    affected = _affected_gates(formatter.scorecard, uses)
    results = {result.id: result.outcome for result in formatter.record.criteria}
    for gate in formatter.scorecard.gates:
        if gate.id in affected and criterion in (None, gate.id):
            outcome = formatter.words["outcomes"][results[gate.id].value]
            name = f"{gate.id} {formatter.label(gate.labels)}".rstrip()
            text = templates["gate"].format(gate=name, outcome=outcome, count=len(uses))
            yield evaluation_service_pb2.Statement(
                topic="TOPIC_ARCHIVE", text=typeset(text, formatter.language), criterion_id=gate.id
            )
