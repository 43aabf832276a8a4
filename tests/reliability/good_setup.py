"""Valid calls about accounts and the set-up of a body."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from tests.support.running import RunningServer
from touchstone.v1 import account_service_pb2 as accounts, case_service_pb2 as cases, setup_service_pb2 as setup
from touchstone.v1.account_service_pb2_grpc import AccountServiceStub
from touchstone.v1.case_service_pb2_grpc import CaseServiceStub


def of_setup(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests to a server without a certification body; two accounts are created."""
    accounts_stub = AccountServiceStub(server.channel)
    account, ending = (accounts_stub.CreateAccount(_account(parent)).account.name for _ in range(2))
    profiles = CaseServiceStub(server.channel).ListSchemeProfiles(cases.ListSchemeProfilesRequest(parent=parent))
    body = setup.CertificationBody(
        display_name="Green Body", display_name_zh="绿色机构", registered_id="91110000MA01",
        id="https://body.example", address="1 Mill Road",
    )  # fmt: skip
    requests: dict[str, list[Any]] = {
        "CreateAccount": [_account(parent)],
        "ListAccounts": [accounts.ListAccountsRequest(parent=parent)],
        "SetAccountRoles": [accounts.SetAccountRolesRequest(name=account, roles=["reviewer"])],
        "RenewAccountPassword": [accounts.RenewAccountPasswordRequest(name=account)],
        "EndAccount": [accounts.EndAccountRequest(name=ending)],
        "GetReadiness": [setup.GetReadinessRequest(parent=parent, language_code="en")],
        "SaveCertificationBody": [setup.SaveCertificationBodyRequest(parent=parent, certification_body=body)],
        "CreateIssuingKey": [setup.CreateIssuingKeyRequest(parent=parent)],
        "PreviewSchemeProfile": [
            setup.PreviewSchemeProfileRequest(parent=parent, settings=profiles.scheme_profiles[0].settings)
        ],
    }
    return requests


def _account(parent: str) -> accounts.CreateAccountRequest:
    return accounts.CreateAccountRequest(parent=parent, account=f"a{uuid.uuid4().hex[:8]}", roles=["assessor"])
