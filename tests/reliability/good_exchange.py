"""Valid calls about mail, column mappings, scheduled pulls and expected changes; a mapping exists already."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from google.protobuf.message import Message

from tests.support.running import RunningServer
from touchstone.v1 import (
    mail_service_pb2 as mail,
    mapping_service_pb2 as mappings,
    outlook_service_pb2 as outlook,
    pull_service_pb2 as pulls,
)
from touchstone.v1.mapping_service_pb2_grpc import MappingServiceStub

_CARD = "scorecards/small-factory"
_ADDRESS = "olu@works.example"
_BOUNCE = (
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
    b"Final-Recipient: rfc822; olu@works.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
    b"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
    b"Message-ID: <00000000-0000-4000-8000-000000000000@body.example>\r\n\r\n--b--\r\n"
)


def exchange_settings(folder: Path, organization: str) -> dict[str, Any]:
    """Return the settings of a server with mail and a pull; neither other end can be reached."""
    path = folder / "pulls.toml"
    path.write_text(
        f'[pulls.meter]\norganization = "{organization}"\nurl = "https://localhost:1/meter.csv"\n'
        'batch = "small-factory"\nsubject = "works"\ninterval = "7 d"\n',
        encoding="utf-8",
    )
    return {
        "TOUCHSTONE_MAIL_HOST": "127.0.0.1", "TOUCHSTONE_MAIL_PORT": "1", "TOUCHSTONE_MAIL_SECURITY": "none",
        "TOUCHSTONE_MAIL_SENDER": "no-reply@body.example", "TOUCHSTONE_WORKBENCH_URL": "http://localhost:9",
        "TOUCHSTONE_PULLS": str(path),
    }  # fmt: skip


def of_exchange(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests; those with a token or an unknown name are refused for it alone."""
    stub = MappingServiceStub(server.channel)
    kept, removed = (stub.CreateMapping(_mapping(parent)).name for _ in range(2))
    file = mappings.MappedFile(content=b"Energy (MWh)\n5\n", name="meter.csv")
    token = "a" * 43
    requests: dict[str, list[Any]] = {
        "GetMailSettings": [mail.GetMailSettingsRequest(parent=parent, account="account/olu")],
        "SaveMailSettings": [
            mail.SaveMailSettingsRequest(
                parent=parent, account="account/olu", mail_address=_ADDRESS, language_code="zh"
            )
        ],
        "ConfirmMailAddress": [mail.ConfirmMailAddressRequest(token=token)],
        "GetUnsubscription": [mail.GetUnsubscriptionRequest(token=token)],
        "Unsubscribe": [mail.UnsubscribeRequest(token=token)],
        "RetryMailMessage": [mail.RetryMailMessageRequest(name=f"{parent}/mailMessages/1")],
        "RemoveMailAddress": [mail.RemoveMailAddressRequest(parent=parent, account="account/olu")],
        "SendTestMail": [mail.SendTestMailRequest(mail_address=_ADDRESS)],
        "ReportMailBounce": [mail.ReportMailBounceRequest(content=_BOUNCE)],
        "SuggestMapping": [mappings.SuggestMappingRequest(parent=parent, scorecard=_CARD, file=file)],
        "PreviewMapping": [mappings.PreviewMappingRequest(parent=parent, mapping=_mapping(parent).mapping, file=file)],
        "CreateMapping": [_mapping(parent)],
        "GetMapping": [mappings.GetMappingRequest(name=kept)],
        "DeleteMapping": [mappings.DeleteMappingRequest(name=removed)],
        "ApplyMapping": [mappings.ApplyMappingRequest(name=kept, file=file, subject=f"{parent}/subjects/works")],
        "GetExpectedChange": [outlook.GetExpectedChangeRequest(name=f"{parent}/expectedChanges/1")],
        "ListPullRuns": [pulls.ListPullRunsRequest(parent=f"{parent}/pulls/meter", page_size=2)],
        "RunPull": [pulls.RunPullRequest(name=f"{parent}/pulls/meter")],
    }
    return requests


def _mapping(parent: str) -> mappings.CreateMappingRequest:
    made = mappings.Mapping(display_name="Meter", scorecard=_CARD)
    made.columns.add(heading="Energy (MWh)", target="energy_used", unit="MWh")
    return mappings.CreateMappingRequest(parent=parent, mapping_id=f"m{uuid.uuid4().hex[:8]}", mapping=made)
