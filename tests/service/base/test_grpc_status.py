"""Codes of gRPC for refusals: as documented, and equal for reasons with equal endings."""

import re

import pytest
from google.rpc import code_pb2

from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from service.configuration.folders import CHECKOUT

SAID = re.findall(r"\b([A-Z_]+), `([A-Z_]+)`", (CHECKOUT / "docs" / "operations.md").read_text(encoding="utf-8"))
ENDINGS = {"_NOT_FOUND": "NOT_FOUND", "_EXISTS": "ALREADY_EXISTS", "_CHANGED": "ABORTED", "_UNAVAILABLE": "UNAVAILABLE"}


def code_of(reason: Reason) -> str:
    return code_pb2.Code.Name(status_of(Refusal(reason, "said")).code)


def test_the_page_for_operators_names_the_codes_that_are_sent() -> None:
    assert len(SAID) > 5
    assert [(code_of(Reason[reason]), reason) for _, reason in SAID] == SAID


@pytest.mark.parametrize(("ending", "code"), ENDINGS.items())
def test_reasons_with_the_same_ending_have_the_same_code(ending: str, code: str) -> None:
    named = [reason for reason in Reason if reason.value.endswith(ending)]
    assert len(named) > 1
    assert {code_of(reason) for reason in named} == {code}
