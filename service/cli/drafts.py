"""How do commands ask a server about drafts, and sign what they saw there with a key that stays here?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from google.rpc import code_pb2

from rules.contracts.errors import InputError, RuleSourceError, Violation
from rules.contracts.messages import speaker
from rules.language.compiler import compile_folder
from rules.model.published import drafted
from service.answering.mapping.scorecards import write_signed
from service.answering.terminal.output import RemoteError
from service.answering.terminal.remote import Remote
from service.approval.signing_keys import public_half, read_signing_key
from service.approval.statements import Act, Predicate, signed
from service.approval.trust import rules_trust
from service.base import instants
from service.base.names import draft_organization
from service.base.refusals import Reason, Refusal
from service.cli.legal_reports import report_digests
from service.gazette.shelves import Shelves, as_one
from service.gazette.versions import Gazette
from service.settings import Settings
from touchstone.v1 import draft_pb2, scorecard_pb2, scorecard_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from google.protobuf.message import Message

    from rules.model.published import Published

_say = speaker(__name__)

_SECONDS = 600
"""How long a server may check a draft, which runs all its examples."""
_METHODS = {
    Act.SUBMISSION: "SubmitDraft",
    Act.APPROVAL: "ApproveDraft",
    Act.REJECTION: "RejectDraft",
    Act.PUBLICATION: "PublishDraft",
    Act.REPEAL: "RepealDraft",
}


def asked(server: str, method: str, request: Message) -> Any:
    """Call a method of ScorecardService.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
    """
    return Remote(server).ask(method, request, scorecard_service_pb2_grpc.ScorecardServiceStub, seconds=_SECONDS)


def newest_revision(server: str, draft: str, *, begins: bool = False) -> int:
    """Give the number of the newest revision of a draft; 0 if there is no such draft and one may begin.

    Raises:
        RemoteError: there is none, or the server cannot be reached.
    """
    try:
        listed = asked(server, "ListDraftRevisions", draft_pb2.ListDraftRevisionsRequest(parent=draft, page_size=1))
    except RemoteError as error:
        if begins and error.status.code == code_pb2.NOT_FOUND:
            return 0
        raise
    return int(listed.draft_revisions[0].name.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who signs, by the id in the trust file of the server."""

    person: str
    key: Ed25519PrivateKey


def hand(key: Path | None, person: str) -> Hand:
    """Read a key, and say whose it is: as told, or as the trust file here says.

    Raises:
        InputError: there is no key, it cannot be read, or it is not known whose it is.
    """
    if key is None:
        raise InputError((Violation("--key", _say("KEY_NEEDED"), "REQUIRED"),))
    private, trust = read_signing_key(key), rules_trust(Settings().trust)
    if not person and trust is not None:
        person = trust.owner(public_half(private)) or ""
    if not person:
        raise InputError((Violation("--person", _say("PERSON_NEEDED"), "REQUIRED"),))
    return Hand(person, private)


def sign(
    server: str, act: Act, draft: str, by: Hand, *, reports: Mapping[str, Path] | None = None, **said: object
) -> draft_pb2.Draft:
    """Sign the newest revision of a draft as it compiles here, and hand the statement in.

    Args:
        server: its address.
        act: what is stated.
        draft: the name of the draft.
        by: who signs.
        reports: the files that reviewers are to read, by name; a submission states their digests.
        said: what else the statement says.

    Raises:
        InputError: a report cannot be read, or is on other bytes.
        RemoteError: the server refuses, or cannot be reached.
        Refusal: the revision compiles to other bytes here than there.
        RuleSourceError: it does not compile.
    """
    seen: draft_pb2.Draft = asked(server, "GetDraft", draft_pb2.GetDraftRequest(name=draft))
    version = _compiled(server, seen)
    if act in (Act.APPROVAL, Act.REJECTION):
        said["submission"] = _submission(seen)
    if act is Act.SUBMISSION:
        check: draft_pb2.DraftCheck = asked(server, "CheckDraft", draft_pb2.CheckDraftRequest(name=draft))
        digests = report_digests(reports or {}, version.content_digest)
        said["reports"] = {**digests, "check": check.report_digest or "0" * 64}
    predicate = Predicate.model_validate(
        {
            "person": by.person,
            "time": _time(seen),
            "rule_digest": version.rule_digest,
            "text_digest": version.text_digest,
            **said,
        }
    )
    statement = signed(act, version.name, version.content_digest, predicate, by.key)
    request = draft_pb2.SignDraftRequest(name=draft, statement=write_signed(statement))
    stood: draft_pb2.Draft = asked(server, _METHODS[act], request)
    return stood


def _compiled(server: str, seen: draft_pb2.Draft) -> Published:
    """Compile the newest revision here: what is signed is what was seen, not what a server says of it."""
    request = draft_pb2.GetDraftRevisionRequest(name=seen.revision.name)
    revision: draft_pb2.DraftRevision = asked(server, "GetDraftRevision", request)
    files = {file.path: file.content for file in revision.source_files}
    shelves = Shelves(Gazette(Settings().gazette)).of(draft_organization(seen.name))
    compilation = compile_folder(files, tables=as_one(shelves))
    if compilation.scorecard is None:
        raise RuleSourceError(compilation.diagnostics)
    version = drafted(compilation.scorecard, files)
    if version.content_digest != revision.content_digest:
        said = _say(
            "COMPILED_OTHERWISE", name=revision.name, here=version.content_digest, there=revision.content_digest
        )
        raise Refusal(Reason.STEP_NOT_ALLOWED, said)
    return version


def _submission(seen: draft_pb2.Draft) -> str:
    """Give the digest of the submission that stands, which an approval names; without one the server says so."""
    submission = scorecard_pb2.VersionStatement.ACT_SUBMISSION
    counted = [one.digest for one in seen.statements if one.statement.act == submission and not one.discounted]
    return counted[-1] if counted else "0" * 64


def _time(seen: draft_pb2.Draft) -> str:
    """Give the present instant, or a second after the last statement, so that no two are of one second."""
    last = max((one.statement.state_time.seconds for one in seen.statements), default=0)
    after = datetime.fromtimestamp(last, UTC) + timedelta(seconds=1)
    return max(instants.now(), after.strftime("%Y-%m-%dT%H:%M:%SZ"))
