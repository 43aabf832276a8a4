"""Who had an evaluation made, in words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.typesetting import typeset
from service.answering.report.telling import words
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touchstone.v1.evaluation_pb2 import Evaluation

_KINDS = {
    evaluation_pb2.Principal.KIND_API_KEY: "api_key",
    evaluation_pb2.Principal.KIND_TOKEN: "token",
    evaluation_pb2.Principal.KIND_CERTIFICATE: "certificate",
}


def made_by(evaluation: Evaluation, language: str) -> str:
    """Name the caller as the server recognised it; empty where nobody was asked who calls."""
    principal = evaluation.principal
    if principal.kind not in _KINDS:
        return ""
    said = words(language)["made_by"]
    name = said[_KINDS[principal.kind]].format(id=principal.id)
    if not principal.organization:
        return typeset(name, language)
    return typeset(said["of"].format(name=name, organization=principal.organization), language)


def made_by_lines(evaluation: Evaluation, language: str) -> Iterator[str]:
    """Say it as a line of text, if there is something to say."""
    if who := made_by(evaluation, language):
        yield typeset(words(language)["made_by"]["line"].format(who=who), language)
