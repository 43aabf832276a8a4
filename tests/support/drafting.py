"""People who draft, review, approve and publish on a running server, each recognised by a key and signing with one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from google.api import annotations_pb2
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from service.approval.signing_keys import read_signing_key
from service.approval.statements import Act, Predicate, sign_statement
from service.drafts.legal_effect import read_effect
from service.identity.principals import Role
from service.output.mapping.scorecards import write_signed
from service.output.terminal.draft_folder import read_sources
from tests.support.calling import refused
from tests.support.commands import answered
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.signing import Team
from touchstone.v1 import draft_pb2, evaluation_service_pb2, log_service_pb2, scorecard_pb2, scorecard_service_pb2

_VARIABLE = re.compile(r"\{([a-z]+)=[^}]+\}")


def ask_over_http(address: str, method: MethodDescriptor, request: Message, **headers: str) -> Any:
    rule: Any = method.GetOptions().Extensions[annotations_pb2.http]  # type: ignore[index]
    verb = rule.WhichOneof("pattern")
    fields = json_format.MessageToDict(request)
    path = _VARIABLE.sub(lambda found: str(fields.pop(found[1])), getattr(rule, verb))
    arguments: dict[str, Any] = {"params": fields} if verb == "get" else {"json": fields}
    answer = httpx.request(verb, f"{address}{path}", headers=headers, timeout=120, **arguments)
    answer.raise_for_status()
    return json_format.ParseDict(answer.json(), message_factory.GetMessageClass(method.output_type)())


def refusal_over_http(error: httpx.HTTPStatusError) -> tuple[str, str]:
    """Return the reason and the message of a refusal."""
    status = error.response.json()
    (reason,) = (one["reason"] for one in status["details"] if "reason" in one)
    return reason, status["message"]


CORPUS = Path(__file__).resolve().parents[1] / "corpus"
REMARK = re.compile(r"^ *# .*touchstone draft edges.*\n", re.MULTILINE)
CALLED = {
    method.name: method
    for described, service in (
        (scorecard_service_pb2, "ScorecardService"),
        (evaluation_service_pb2, "EvaluationService"),
        (log_service_pb2, "LogService"),
    )
    for method in described.DESCRIPTOR.services_by_name[service].methods
}
ROLES = {
    "li.wei": Role.RULE_AUTHOR, "chen": Role.RULE_AUTHOR, "anna": Role.RULE_APPROVER, "bo": Role.RULE_APPROVER,
    "cy": Role.RULE_APPROVER, "decider": Role.DECIDER, "regulator": Role.REGULATOR, "assessor": Role.ASSESSOR,
}  # fmt: skip
SIGNING = {
    "li.wei": ["rule-author", "rule-approver"],
    "chen": ["rule-author", "rule-approver"],
    "anna": ["rule-approver"],
    "bo": ["rule-approver"],
    "cy": ["rule-approver"],
}


def small_draft(folder: Path, source: str = "RL041", changes: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The files of a draft that may be published, of a card of the corpus with changes."""
    shutil.copytree(CORPUS / "good" / source, folder)
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    answered("draft", "edges", folder, "--write")
    return {path: REMARK.sub("", text) for path, text in read_sources(folder).items()}


def of_card(files: Mapping[str, str], card: str, version: str = "1.0.0") -> dict[str, str]:
    """The same draft of another card, and perhaps under another number."""
    return {path: text.replace("smallest", card).replace("| 1.0.0  ", f"| {version}  ") for path, text in files.items()}


SIGNED_AGO = timedelta(minutes=2)
"""Offset into the past, so that consecutive signing times, one second apart, are never in the future."""


@dataclass
class Drafters:
    """The people of one organisation at a server; each statement is a second later than the one before."""

    server: RunningServer
    team: Team
    organization: str = "example"
    keys: dict[str, str] = field(default_factory=dict)
    seconds: int = 0

    def __post_init__(self) -> None:
        url = self.server.environment["TOUCHSTONE_DATABASE_URL"]
        self.keys = {
            person: new_key_of(url, self.organization, role, expires="2029-06-30") for person, role in ROLES.items()
        }

    def name(self, draft: str) -> str:
        return f"organizations/{self.organization}/drafts/{draft}"

    def ask(self, person: str, method: str, request: Any, **metadata: str) -> Any:
        """Call a method, over HTTP if the server has an HTTP address."""
        called, shown = CALLED[method], bearing(self.keys[person], **metadata)
        if self.server.http:
            return ask_over_http(self.server.http, called, request, **dict(shown))
        call = self.server.channel.unary_unary(
            f"/{called.containing_service.full_name}/{method}",
            request_serializer=type(request).SerializeToString,
            response_deserializer=message_factory.GetMessageClass(called.output_type).FromString,
        )
        return call(request, metadata=shown, timeout=120)

    def refusal(self, person: str, method: str, request: Any) -> tuple[str, str]:
        """Make a call that must fail; return the reason and the message."""
        if self.server.http:
            with pytest.raises(httpx.HTTPStatusError) as raised:
                self.ask(person, method, request)
            return refusal_over_http(raised.value)
        error = refused(self.as_(person, method), request)
        return error.reason, error.message

    def as_(self, person: str, method: str) -> Callable[[Any], Any]:
        return lambda request: self.ask(person, method, request)

    def saving(
        self, draft: str, files: Mapping[str, str], base: int = 0, note: str = ""
    ) -> draft_pb2.SaveDraftRevisionRequest:
        sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
        return draft_pb2.SaveDraftRevisionRequest(
            name=self.name(draft), source_files=sources, base_revision=base, note=note
        )

    def save(self, person: str, draft: str, files: Mapping[str, str], base: int = 0) -> draft_pb2.DraftRevision:
        saved: draft_pb2.DraftRevision = self.ask(person, "SaveDraftRevision", self.saving(draft, files, base))
        return saved

    def get(self, draft: str, person: str = "anna") -> draft_pb2.Draft:
        got: draft_pb2.Draft = self.ask(person, "GetDraft", draft_pb2.GetDraftRequest(name=self.name(draft)))
        return got

    def check(self, draft: str) -> draft_pb2.DraftCheck:
        request = draft_pb2.CheckDraftRequest(name=self.name(draft))
        draft_check: draft_pb2.DraftCheck = self.ask("li.wei", "CheckDraft", request)
        return draft_check

    def statement(
        self,
        act: Act,
        person: str,
        draft: str,
        *,
        of: draft_pb2.DraftRevision | None = None,
        shift: timedelta = timedelta(0),
        key: Path | None = None,
        **fields: Any,
    ) -> draft_pb2.SignDraftRequest:
        """Sign a statement on the newest revision of a draft, or on another."""
        seen = self.get(draft)
        on = of or seen.revision
        self.seconds += 1
        time = datetime.now(UTC) - SIGNED_AGO + timedelta(seconds=self.seconds) + shift
        if act in (Act.APPROVAL, Act.REJECTION):
            digests = [
                one.digest
                for one in seen.statements
                if one.statement.act == scorecard_pb2.VersionStatement.ACT_SUBMISSION
            ]
            fields.setdefault("submission", digests[-1] if digests else "0" * 64)
        if act is Act.APPROVAL:
            fields.setdefault("effect", read_effect(seen.effect) if seen.HasField("effect") else None)
        if act is Act.SUBMISSION:
            fields.setdefault("reason", "Notice 7")
            fields.setdefault("authors", [person])
            fields.setdefault("reports", {"check": self.check(draft).report_digest or "0" * 64})
        if act is Act.REPEAL:
            fields = {"first_day": "2027-01-01", "reason": "withdrawn", **fields}
        if act is Act.REJECTION:
            fields.setdefault("reason", "row 3 lacks its source")
        predicate = Predicate.model_validate(
            {
                "person": person,
                "time": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "rule_digest": on.rule_digest,
                "text_digest": on.text_digest,
                **fields,
            }
        )
        private = read_signing_key(key or self.team.key(person))
        signed_statement = sign_statement(act, on.scorecard_version, on.content_digest, predicate, private)
        return draft_pb2.SignDraftRequest(name=self.name(draft), statement=write_signed(signed_statement))

    def sign(self, act: Act, person: str, draft: str, **fields: Any) -> draft_pb2.Draft:
        """Sign, and hand it in."""
        request = self.statement(act, person, draft, **fields)
        stood: draft_pb2.Draft = self.ask(person, METHODS[act], request)
        return stood


METHODS = {
    Act.SUBMISSION: "SubmitDraft",
    Act.APPROVAL: "ApproveDraft",
    Act.REJECTION: "RejectDraft",
    Act.PUBLICATION: "PublishDraft",
    Act.REPEAL: "RepealDraft",
}
