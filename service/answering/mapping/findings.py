"""How is a finding of the archive, as clients read it, written as it is stored?"""

from __future__ import annotations

from typing import Any

from touchstone.v1 import evaluation_pb2


def plain_finding(finding: evaluation_pb2.Finding) -> dict[str, Any]:
    """Write a finding of the archive as it is stored."""
    severity = evaluation_pb2.Finding.Severity.Name(finding.severity)
    return {
        "id": finding.finding_id,
        "severity": severity.removeprefix("SEVERITY_").lower(),
        "place": finding.place,
        "evaluations": list(finding.evaluations),
        "subjects": list(finding.subjects),
        "periods": list(finding.periods),
    }
