"""OSCAL assessment results: observations, findings and risks of one evaluation, with stable identifiers.

An undetermined outcome becomes `not-satisfied`, an inapplicable one `satisfied`, both with the reason `other`. The
property `outcome` contains the original outcome. Failed gates and double uses are open risks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from rules.contracts import Outcome, Verdict, join_items
from service.base.evidence_kinds import printed_kind_word
from service.output.report import results_section
from service.output.report.double_use import double_use_sentence, double_uses
from service.output.report.formatters import RecordFormatter
from service.output.result_status import state_of, status_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import CriterionResult, EvidenceItem, Finding, Record, RuleResult
    from rules.model import PublishedVersion
    from touchstone.v1 import evaluation_pb2


_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
_SHA256_HEX_LENGTH = 64


def resources(
    formatter: RecordFormatter, version_digest: str, record_digest: str, bundle_digest: str
) -> Iterator[Json]:
    """Yield the back-matter resources; `bundle_digest` is empty without a proof bundle."""
    record = formatter.record
    yield resource("published-version", record.scorecard_version, version_digest)
    yield resource("record", f"record of {record.subject}", record_digest)
    if bundle_digest:
        yield resource("proof-bundle", f"proof bundle of {record.subject}", bundle_digest)
    for table in record.tables:
        yield resource("reference-table", f"tables/{table.name}/editions/{table.edition}", table.digest)
    for item in record.evidence:
        yield _evidence(formatter, item)
    yield {
        "uuid": _subject_identity(record.subject),
        "title": record.subject,
        "props": properties(kind="subject"),
    }


def resource(kind: str, title: str, digest: str) -> Json:
    """Return a resource identified by its digest."""
    return {
        "uuid": identity(digest),
        "title": title,
        "props": properties(kind=kind),
        "rlinks": [{"href": f"urn:sha256:{digest}", "hashes": [_hash(digest)]}],
    }


def _subject_identity(subject: str) -> str:
    return identity(f"subject {subject}")


def _evidence_identity(item: EvidenceItem) -> str:
    return identity(f"evidence {item.id} {item.digest}")


def _evidence(formatter: RecordFormatter, item: EvidenceItem) -> Json:
    evidence_json: Json = {
        "uuid": _evidence_identity(item),
        "title": join_items((printed_kind_word(item.kind, formatter.language), item.issuer), formatter.language),
        "props": properties(
            kind="evidence",
            id=item.id,
            assurance=item.assurance.value,
            issue_date=item.issue_date,
            valid_from=item.valid_from,
            valid_until=item.valid_until,
            page=str(item.locator.page or ""),
            cell=item.locator.cell,
        ),
    }
    hashes = [_hash(item.digest)] if len(item.digest) == _SHA256_HEX_LENGTH else []
    href = quote(item.locator.uri, safe=_SAFE) if item.locator.uri else f"urn:sha256:{item.digest}" if hashes else ""
    if href:
        evidence_json["rlinks"] = [{"href": href, **({"hashes": hashes} if hashes else {})}]
    return evidence_json


def _hash(digest: str) -> Json:
    return {"algorithm": "SHA-256", "value": digest}


NAMESPACE = "urn:touchstone:oscal:1"
"""Namespace of our properties, and seed of all identifiers."""
_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)
_INVALID_TOKEN_CHARACTER = re.compile(r"[^\w.-]", re.ASCII)
_TOKEN_START = re.compile(r"[A-Za-z_]")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Identities:
    """Identifiers (UUID version 5) of the parts of one record."""

    record_digest: str

    def of(self, *path: str) -> str:
        return str(uuid5(UUID(bytes=_ROOT.bytes), "/".join((self.record_digest, *path))))


def identity(digest: str) -> str:
    """Return the identifier of a digest, the same in all records."""
    return str(uuid5(_ROOT, digest))


def oscal_token(id: str) -> str:
    """Convert an id to an OSCAL token: letters, digits, dots, hyphens; no initial digit."""
    token = _INVALID_TOKEN_CHARACTER.sub("_", id)
    return token if _TOKEN_START.match(token) else f"_{token}"


def properties(**values: str | None) -> list[Json]:
    """Return the properties with a value; hyphens replace underscores in names."""
    return [
        {"name": name.replace("_", "-"), "ns": NAMESPACE, "value": " ".join(value.split())}
        for name, value in values.items()
        if value and value.strip()
    ]


VERSION = "1.1.3"
_STATES = {
    Outcome.MET: ("satisfied", "pass"),
    Outcome.NOT_MET: ("not-satisfied", "fail"),
    Outcome.UNDETERMINED: ("not-satisfied", "other"),
    Outcome.NOT_APPLICABLE: ("satisfied", "other"),
}
_OPPOSITE = {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}


def assessment_results(
    record: Record,
    version: PublishedVersion,
    language: str,
    *,
    evaluation: evaluation_pb2.Evaluation,
    bundle_digest: str = "",
) -> Json:
    """Return the document; equal arguments yield equal documents.

    Its time is the storage time, or else the known time of the record.
    """
    formatter = RecordFormatter(record, version.scorecard, language)
    return {"assessment-results": _DocumentWriter(formatter, version, evaluation, bundle_digest).document()}


@dataclass(frozen=True, slots=True)
class _DocumentWriter:
    formatter: RecordFormatter
    version: PublishedVersion
    evaluation: evaluation_pb2.Evaluation
    bundle_digest: str

    @property
    def _ids(self) -> Identities:
        return Identities(self.evaluation.record_digest)

    @property
    def _time(self) -> str:
        stored = self.evaluation.HasField("create_time")
        return self.evaluation.create_time.ToJsonString() if stored else self.formatter.record.known_time

    def document(self) -> Json:
        record, digest = self.formatter.record, self.evaluation.record_digest
        title = self.formatter.label(self.formatter.scorecard.card.titles, self.formatter.scorecard.card.id)
        linked = list(resources(self.formatter, self.version.content_digest, digest, self.bundle_digest))
        return {
            "uuid": self._ids.of("assessment-results", self.formatter.language, self.bundle_digest),
            "metadata": {
                "title": title,
                "last-modified": self._time,
                "version": digest,
                "oscal-version": VERSION,
                "props": properties(
                    language=self.formatter.language, **dict(sorted(self.evaluation.software_versions.items()))
                ),
            },
            "import-ap": {"href": f"#{identity(self.version.content_digest)}"},
            "results": [self._result(title, record)],
            "back-matter": {
                "resources": list(
                    {str(linked_resource["uuid"]): linked_resource for linked_resource in linked}.values()
                )
            },
        }

    def _result(self, title: str, record: Record) -> Json:
        conclusion = results_section.conclusion(self.formatter)
        conclusion_parts = (
            conclusion["kind"],
            conclusion["grade"],
            conclusion["verdict"],
            conclusion["stage"],
            conclusion["score"],
        )
        criteria = self._criteria
        observations = [*map(self._observation, criteria), *map(self._double_use_observation, self._double_uses)]
        parts: Json = {
            "uuid": self._ids.of("result"),
            "title": title,
            "description": "\n\n".join(str(part) for part in (*self._status_lines, *conclusion_parts) if part),
            "start": record.known_time,
            "end": self._time,
            "props": properties(
                subject=record.subject,
                evaluation=self.evaluation.name,
                scorecard_version=record.scorecard_version,
                as_of_date=record.as_of_date,
                rule_digest=record.rule_digest,
                record_digest=self.evaluation.record_digest,
                trail_digest=record.trail_digest,
                conclusion=record.conclusion.kind.value,
                grade=record.conclusion.grade,
                certainty=record.standing.certainty,
                status=state_of(self.evaluation.status),
            ),
            "reviewed-controls": {"control-selections": [self._reviewed_controls(criteria)]},
        }
        lists = {"observations": observations, "risks": list(self._risks()), "findings": list(self._findings())}
        return {**parts, **{name: items for name, items in lists.items() if items}}

    @property
    def _status_lines(self) -> list[str]:
        return status_lines(self.evaluation.status, self.formatter.language)

    @property
    def _criteria(self) -> list[CriterionResult | RuleResult]:
        return [*self.formatter.record.criteria, *self.formatter.record.rules]

    @property
    def _double_uses(self) -> Sequence[evaluation_pb2.Finding]:
        return double_uses(self.evaluation.archive_findings)

    def _reviewed_controls(self, criteria: Sequence[CriterionResult | RuleResult]) -> Json:
        ids = dict.fromkeys(oscal_token(item.id) for item in (*criteria, *self.formatter.record.findings))
        return {"include-controls": [{"control-id": id} for id in ids]} if ids else {"include-all": {}}

    def _observation(self, result: CriterionResult | RuleResult) -> Json:
        step = _step(result)
        points = None if not hasattr(result, "points") or result.points is None else result.points
        used = [item for item in self.formatter.record.evidence if item.id in result.evidence]
        observation: Json = {
            "uuid": self._ids.of("observation", step),
            "title": result.id,
            "description": self.formatter.sentence(step) or result.id,
            "props": properties(
                step=step,
                outcome=result.outcome.value,
                points_least=points.low if points else None,
                points_most=points.high if points else None,
                facts=" ".join(result.facts),
            ),
            "methods": ["EXAMINE" if used else "TEST"],
            "types": ["control-objective"],
            "subjects": [{"subject-uuid": _subject_identity(self.formatter.record.subject), "type": "resource"}],
            "collected": self.formatter.record.known_time,
        }
        if used:
            observation["relevant-evidence"] = [
                {"href": f"#{_evidence_identity(item)}", "description": item.locator.quote or item.id} for item in used
            ]
        return observation

    def _findings(self) -> Iterator[Json]:
        for result in self._criteria:
            if _step(result).startswith(("gates/", "rules/")):
                sentence = self.formatter.sentence(_step(result))
                yield self._finding(_step(result), result, _answer(result), sentence)
        names = {row["id"]: row["name"] for row in results_section.findings(self.formatter)}
        for finding in self.formatter.record.findings:
            step = f"findings/{finding.id}"
            sentence = self.formatter.sentence(step) if step in self.formatter.payloads else names[finding.id]
            answer = _opposite(finding.outcome)
            yield self._finding(step, finding, answer, sentence)

    def _finding(
        self, step: str, item: CriterionResult | RuleResult | Finding, answer: Outcome, description: str
    ) -> Json:
        state, reason = _STATES[answer]
        days = getattr(item, "close_within_days", None)
        finding: Json = {
            "uuid": self._ids.of("finding", step),
            "title": item.id,
            "description": description or item.id,
            "props": properties(
                step=step,
                outcome=item.outcome.value,
                severity=getattr(item, "severity", None),
                close_within_days=None if days is None else str(days),
            ),
            "target": {
                "type": "objective-id",
                "target-id": oscal_token(item.id),
                "status": {"state": state, "reason": reason},
            },
        }
        if not step.startswith("findings/"):
            finding["related-observations"] = [{"observation-uuid": self._ids.of("observation", step)}]
        if step.startswith("gates/") and item.outcome is Outcome.NOT_MET:
            finding["related-risks"] = [{"risk-uuid": self._ids.of("risk", step)}]
        return finding

    def _risks(self) -> Iterator[Json]:
        for number, use in enumerate(self._double_uses):
            yield self._risk(
                f"archive/{number}",
                use.finding_id,
                double_use_sentence(use, self.formatter.language, self.formatter),
                (),
            )
        for gate in results_section.gates(self.formatter):
            if gate["outcome"] == Outcome.NOT_MET.value:
                yield self._risk(f"gates/{gate['id']}", f"{gate['id']} {gate['name']}", gate["answer"], gate["clauses"])

    def _risk(self, step: str, title: str, description: str, clauses: Sequence[str]) -> Json:
        return {
            "uuid": self._ids.of("risk", step),
            "title": title.strip(),
            "description": description,
            "statement": "\n\n".join(clauses) or description,
            "props": properties(step=step),
            "status": "open",
            "related-observations": [{"observation-uuid": self._ids.of("observation", step)}],
        }

    def _double_use_observation(self, use: evaluation_pb2.Finding) -> Json:
        step = f"archive/{self._double_uses.index(use)}"
        return {
            "uuid": self._ids.of("observation", step),
            "title": use.finding_id,
            "description": double_use_sentence(use, self.formatter.language, self.formatter),
            "props": properties(step=step, place=use.place),
            "methods": ["TEST"],
            "types": ["finding"],
            "collected": self._time,
        }


def _step(result: CriterionResult | RuleResult) -> str:
    kind = getattr(result, "kind", "rule")
    return f"{kind}s/{result.id}"


def _answer(result: CriterionResult | RuleResult) -> Outcome:
    """Return the pass/fail answer; a satisfied rule with an adverse verdict is a failure."""
    if not hasattr(result, "verdict"):
        return result.outcome
    if result.verdict.rank < Verdict.PERMITTED_WITH_QUALIFICATION.rank:
        return _opposite(result.outcome)
    return Outcome.NOT_APPLICABLE if result.outcome is Outcome.NOT_MET else result.outcome


def _opposite(outcome: Outcome) -> Outcome:
    return _OPPOSITE.get(outcome, outcome)
