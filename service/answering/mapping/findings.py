"""How is a finding of the archive, as clients read it, written as it is stored?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper


def plain_finding(finding: evaluation_pb2.Finding) -> dict[str, Any]:
    """Write a finding of the archive as it is stored."""
    return {
        "id": finding.finding_id,
        "severity": stored_word(evaluation_pb2.Finding.Severity, finding.severity, "SEVERITY_"),
        "place": finding.place,
        "evaluations": list(finding.evaluations),
        "subjects": list(finding.subjects),
        "periods": list(finding.periods),
    }


def stored_word(numbers: EnumTypeWrapper, number: int, prefix: str) -> str:
    """Give the word that is stored for a number; one that has no name was never stored, and stands for itself."""
    if number not in numbers.values():
        return str(number)
    return str(numbers.Name(number)).removeprefix(prefix).lower()
