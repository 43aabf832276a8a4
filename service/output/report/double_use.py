"""Double-use section of reports and explanations: numbers used twice, and the gates concerned.

A double use is major: another subject, or the same one for another period, has used the serial or certificate number.
That a document or the number of a line stands in earlier evaluations too may be right; it is only counted. The outcome
of a gate stays what the facts said. A gate is concerned if its facts include the list, or are proved by documents of
the same kinds as the list, such as a registry extract: cards do not say which gate speaks of double claims.
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

_SERIAL = re.compile(r"facts\[(?P<list>[^\]]*)\]\.records\[(?P<key>.*)\]\.(?P<field>[^.\]]+)\Z", re.DOTALL)
_TEMPLATES = {OTHER_PERIOD: "other_period", OTHER_ORGANIZATION: "other_organization"}
_MAX_LISTED_NAMES = 3
"""How many other subjects or periods one sentence names; of the evaluations only the newest."""
SHOWN = 12
"""How many double uses are told one by one in a text."""


def double_uses(findings: Iterable[evaluation_pb2.Finding]) -> list[evaluation_pb2.Finding]:
    """Keep the double uses of what the archive found."""
    return [finding for finding in findings if finding.severity == evaluation_pb2.Finding.SEVERITY_MAJOR]


def shared_uses(findings: Iterable[evaluation_pb2.Finding]) -> list[evaluation_pb2.Finding]:
    """Keep what earlier evaluations use too, and may."""
    return [finding for finding in findings if finding.severity != evaluation_pb2.Finding.SEVERITY_MAJOR]


def double_use_sentence(
    finding: evaluation_pb2.Finding, language: str, formatter: RecordFormatter | None = None
) -> str:
    """Say what was used before, by whom or for which period, and where; without a teller, by its place alone."""
    templates = words(language)["archive"]
    others = finding.subjects or finding.periods
    names = [other.rpartition("/")[2] if finding.subjects else other.replace("/", " – ") for other in others]
    template = _TEMPLATES.get(finding.finding_id, "other_subject")
    if template == "other_organization":
        names = list(finding.subjects)
        template = template if finding.evaluations else "other_organization_untold"
    whom = templates["named"].format(names=_shorten_list(names, _MAX_LISTED_NAMES, language)) if names else ""
    what = finding.place if formatter is None else _describe_value(finding.place, formatter)
    text = templates[template].format(
        what=what, named=whom, evaluations=_shorten_list(list(finding.evaluations), 1, language)
    )
    return typeset(text, language)


def _shorten_list(items: list[str], most: int, language: str) -> str:
    shown = join_items(items[:most], language)
    if len(items) <= most:
        return shown
    return str(words(language)["archive"]["and_more"].format(shown=shown, count=len(items) - most))


def _describe_value(place: str, formatter: RecordFormatter) -> str:
    """Name a value by its field, its list and its record; the record only where its key is another value."""
    match = _SERIAL.match(place)
    if match is None:
        return place
    name, key, field = match["list"], match["key"], match["field"]
    value = next((text for row in _rows(name, formatter) if key in _texts(row) for text in _texts(row, field)), key)
    of = formatter.renderer.name(name)
    slots = {"field": formatter.renderer.name(field, name), "value": value, "list": of}
    template = "serial" if value == key else "serial_of"
    return str(formatter.words["archive"][template].format(key=key, **slots))


def _rows(name: str, formatter: RecordFormatter) -> Iterable[dict[str, DeclaredValue]]:
    used = next((fact.used for fact in formatter.record.facts if fact.declared.id == name), None)
    return () if used is None or used.records is None else used.records


def _texts(row: dict[str, DeclaredValue], *fields: str) -> list[str]:
    chosen = (row[field] for field in fields if field in row) if fields else row.values()
    return [value.key_text for value in chosen if value.key_text]


def affected_gates(scorecard: Scorecard, findings: Findings) -> tuple[str, ...]:
    """Name the gates beside which the double uses stand."""
    lists = {match["list"] for finding in double_uses(findings) if (match := _SERIAL.match(finding.place)) is not None}
    kinds = {kind for fact in scorecard.facts if fact.id in lists for kind in fact.evidence}
    near = lists | {fact.id for fact in scorecard.facts if kinds.intersection(fact.evidence)}
    dependencies = Dependencies(scorecard)
    return tuple(gate.id for gate in scorecard.gates if lists and near.intersection(dependencies.of((gate.id,))))


def mark_affected_gates(gates: Iterable[Row], formatter: RecordFormatter, findings: Findings) -> Iterator[Row]:
    """Add to the answer of each gate concerned that the archive found double use; outcome and mark stay."""
    concerned, count = affected_gates(formatter.scorecard, findings), len(double_uses(findings))
    for gate in gates:
        if gate["id"] in concerned:
            answer = formatter.words["archive"]["beside"].format(answer=gate["answer"], count=count)
            yield {**gate, "answer": answer, "is_doubted": True}
        else:
            yield {**gate, "is_doubted": False}


def block(formatter: RecordFormatter, findings: Findings) -> Row:
    """Give what stands first in a report: title, sentences and note; nothing if there is no double use."""
    uses, templates = double_uses(findings), formatter.words["archive"]
    if not uses:
        return {}
    return {
        "title": templates["title"].format(count=len(uses), severity=formatter.words["severity"]["major"]),
        "sentences": [double_use_sentence(finding, formatter.language, formatter) for finding in uses],
        "note": templates["note"],
    }


def shared(formatter: RecordFormatter, findings: Findings) -> Row:
    """Give what earlier evaluations use too, counted and, for those who open it, one by one."""
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
    """Tell the double uses as lines of text: how many, and the first of them one by one."""
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
    """Put the double uses, and the gates beside which they stand, before all other sentences of an explanation."""
    explained = list(answer.statements)
    del answer.statements[:]
    answer.statements.extend([*_statements(formatter, findings, criterion), *explained])
    if (rest := shared_uses(findings)) and criterion is None:
        templates = formatter.words["archive"]
        text = templates["end"].format(text=templates["shared"].format(count=len(rest)) + templates["shared_where"])
        answer.statements.add(topic="TOPIC_STANDING", text=typeset(text, formatter.language))


def _statements(
    formatter: RecordFormatter, findings: Findings, criterion: str | None
) -> Iterator[evaluation_service_pb2.Statement]:
    templates, uses = formatter.words["archive"], double_uses(findings)
    for finding in uses:
        match = _SERIAL.match(finding.place)
        yield evaluation_service_pb2.Statement(
            topic="TOPIC_ARCHIVE",
            text=templates["end"].format(
                text=templates["double"].format(text=double_use_sentence(finding, formatter.language, formatter))
            ),
            fact_ids=[match["list"]] if match is not None else [],
        )
    concerned = affected_gates(formatter.scorecard, uses)
    results = {result.id: result.outcome for result in formatter.record.criteria}
    for gate in formatter.scorecard.gates:
        if gate.id in concerned and criterion in (None, gate.id):
            outcome = formatter.words["outcomes"][results[gate.id].value]
            name = f"{gate.id} {formatter.label(gate.labels)}".rstrip()
            text = templates["gate"].format(gate=name, outcome=outcome, count=len(uses))
            yield evaluation_service_pb2.Statement(
                topic="TOPIC_ARCHIVE", text=typeset(text, formatter.language), criterion_id=gate.id
            )
