"""Handlers of drafts on a server, and their output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import code_pb2

from rules.api import compile_folder
from rules.contracts import (
    InputError,
    RuleSourceError,
    Violation,
    join_items,
    message_factory,
    wording_loader,
)
from rules.model import PublishedVersion, draft_as_published
from service.approval.approval_trust import read_rule_trust
from service.approval.signing_keys import public_half, read_signing_key
from service.approval.statements import Act, Effect, Predicate, Statement, sign_statement
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import draft_organization
from service.configuration.settings import Settings
from service.drafts.legal_effect import is_same_effect, legal_effect, read_effect, today_for
from service.drafts.publication_candidate import report_digests
from service.gazette.table_order import TableStores, chain_table_stores
from service.gazette.versions import Gazette
from service.output.mapping.mapper import word_of
from service.output.mapping.scorecards import write_signed
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import read_sources, write_files
from service.output.terminal.output import RemoteError
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language, words as terminal_words
from touchstone.v1 import draft_pb2, scorecard_pb2

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_message, _words = message_factory(__name__), wording_loader(__name__)

Stubs = Callable[[str], Any]
_SERVER_PREFIX = "organizations/"
_STATE = draft_pb2.Draft.State
_ACT = scorecard_pb2.VersionStatement.Act
_TIMEOUT_SECONDS = 600
_METHODS = {
    Act.SUBMISSION: "SubmitDraft",
    Act.APPROVAL: "ApproveDraft",
    Act.REJECTION: "RejectDraft",
    Act.PUBLICATION: "PublishDraft",
    Act.REPEAL: "RepealDraft",
}


def is_on_server(place: str, **of_folders: object) -> bool:
    """Return whether a draft is on a server; if so, raise InputError for folder options."""
    if not place.startswith(_SERVER_PREFIX):
        return False
    options = [name for name, value in of_folders.items() if value]
    if options:
        raise InputError(tuple(Violation(f"--{name}", _message("OF_FOLDERS"), "UNEXPECTED") for name in options))
    return True


def call_scorecard_service(stubs: Stubs, method: str, request: Message) -> Any:
    """Call a method of ScorecardService."""
    return getattr(stubs("scorecard_service.ScorecardService"), method)(request, timeout=_TIMEOUT_SECONDS)


def _newest_revision(stubs: Stubs, draft: str, *, allow_missing: bool = False) -> int:
    try:
        listed = call_scorecard_service(
            stubs, "ListDraftRevisions", draft_pb2.ListDraftRevisionsRequest(parent=draft, page_size=1)
        )
    except RemoteError as error:
        if allow_missing and error.status.code == code_pb2.NOT_FOUND:
            return 0
        raise
    return int(listed.draft_revisions[0].name.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class DraftSigner:
    """Person who signs, as identified by the trust file."""

    person: str
    key: Ed25519PrivateKey

    def states(self, act: Act, version: PublishedVersion, **more: object) -> Statement:
        predicate = Predicate.model_validate(
            {
                "person": self.person,
                "time": instants.now(),
                "rule_digest": version.rule_digest,
                "text_digest": version.text_digest,
                **more,
            }
        )
        return sign_statement(act, version.name, version.content_digest, predicate, self.key)


def read_draft_signer(key: Path | None, person: str) -> DraftSigner:
    """Read a key; without `person`, its owner is read from the local trust file."""
    if key is None:
        raise InputError.of("--key", _message("KEY_NEEDED"), "REQUIRED")
    private, trust = read_signing_key(key), read_rule_trust(Settings().trust)
    if not person and trust is not None:
        person = trust.owner(public_half(private)) or ""
    if not person:
        raise InputError.of("--person", _message("PERSON_NEEDED"), "REQUIRED")
    return DraftSigner(person, private)


def sign(
    stubs: Stubs, act: Act, draft: str, by: DraftSigner, *, reports: Mapping[str, Path] | None = None, **extra: object
) -> draft_pb2.Draft:
    """Sign the newest revision as compiled locally.

    A submission states the digests of `reports`; `extra` are further fields.
    """
    current: draft_pb2.Draft = call_scorecard_service(stubs, "GetDraft", draft_pb2.GetDraftRequest(name=draft))
    version = _compile_newest(stubs, current)
    if act in (Act.APPROVAL, Act.REJECTION):
        extra["submission"] = _submission_digest(current)
    if act is Act.APPROVAL:
        extra["effect"] = _approval_effect(stubs, draft, by, version)
    if act is Act.SUBMISSION:
        check: draft_pb2.DraftCheck = call_scorecard_service(
            stubs, "CheckDraft", draft_pb2.CheckDraftRequest(name=draft)
        )
        digests = report_digests(reports or {}, version.content_digest)
        extra["reports"] = {**digests, "check": check.report_digest or "0" * 64}
    statement = by.states(act, version, time=_next_time(current), **extra)
    request = draft_pb2.SignDraftRequest(name=draft, statement=write_signed(statement))
    signed_draft: draft_pb2.Draft = call_scorecard_service(stubs, _METHODS[act], request)
    return signed_draft


def _compile_newest(stubs: Stubs, draft: draft_pb2.Draft) -> PublishedVersion:
    request = draft_pb2.GetDraftRevisionRequest(name=draft.revision.name)
    revision: draft_pb2.DraftRevision = call_scorecard_service(stubs, "GetDraftRevision", request)
    files = {file.path: file.content for file in revision.source_files}
    shelves = TableStores(Gazette(Settings().gazette)).of(draft_organization(draft.name))
    compilation = compile_folder(files, tables=chain_table_stores(shelves))
    if compilation.scorecard is None:
        raise RuleSourceError(compilation.diagnostics)
    version = draft_as_published(compilation.scorecard, files)
    if version.content_digest != revision.content_digest:
        message = _message(
            "COMPILED_OTHERWISE", name=revision.name, here=version.content_digest, there=revision.content_digest
        )
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    return version


def _approval_effect(stubs: Stubs, draft: str, by: DraftSigner, version: PublishedVersion) -> Effect:
    request = draft_pb2.PrepareDraftStatementRequest(name=draft, act=_ACT.ACT_APPROVAL, person=by.person)
    prepared: draft_pb2.PreparedDraftStatement = call_scorecard_service(stubs, "PrepareDraftStatement", request)
    effect = Effect.model_validate(orjson.loads(prepared.payload)["predicate"]["effect"])
    own = legal_effect(version, Gazette(Settings().gazette), today_for(version))
    if not is_same_effect(effect, own.model_copy(update={"compared_with": effect.compared_with})):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("EFFECT_OTHERWISE", version=version.name, first=own.first_day))
    print_error("\n".join(effect_lines(effect, requested_language())))
    return effect


def effect_lines(effect: Effect, language: str) -> Iterator[str]:
    """Yield the effect of a draft as lines."""
    texts = _words(language)["effect"]
    last = texts["until"].format(last=effect.last_day) if effect.last_day else ""
    yield texts["period"].format(first=effect.first_day, last=last)
    if effect.retroactive_days:
        yield texts["retroactive"].format(days=effect.retroactive_days)
    yield texts["before"].format(version=effect.compared_with) if effect.compared_with else texts["first"]
    yield texts["languages"].format(names=join_items([texts["language"][code] for code in effect.languages], language))
    if effect.open_cases is not None:
        yield texts["cases"].format(count=effect.open_cases, again=effect.reevaluated_cases or 0)
    if effect.results is not None:
        counts = {"moved": effect.moved_results, "measured": effect.measured_results, "count": effect.results}
        yield texts["results"].format(**counts)


def _submission_digest(draft: draft_pb2.Draft) -> str:
    """Return the submission digest, or zeros, which the server rejects."""
    submission = scorecard_pb2.VersionStatement.ACT_SUBMISSION
    counted = [entry.digest for entry in draft.statements if entry.statement.act == submission and not entry.discounted]
    return counted[-1] if counted else "0" * 64


def _next_time(draft: draft_pb2.Draft) -> str:
    last = max((entry.statement.state_time.seconds for entry in draft.statements), default=0)
    after = datetime.fromtimestamp(last, UTC) + timedelta(seconds=1)
    return max(instants.now(), instants.instant_of(after))


def save_request(
    request: draft_pb2.SaveDraftRevisionRequest, draft: str, folder: Path, base: int | None, stubs: Stubs
) -> draft_pb2.SaveDraftRevisionRequest:
    """Add the files of a folder and the base revision, by default the newest."""
    for path, text in read_sources(folder).items():
        request.source_files.add(path=path, content=text)
    request.base_revision = _newest_revision(stubs, draft, allow_missing=True) if base is None else base
    return request


def get_revision_request(
    request: draft_pb2.GetDraftRevisionRequest, draft: str, revision: int | None, stubs: Stubs
) -> draft_pb2.GetDraftRevisionRequest:
    """Set the requested revision, by default the newest."""
    request.name = revision_name(revision or _newest_revision(stubs, draft), draft)
    return request


def write_revision_files(revision: draft_pb2.DraftRevision, out: Path | None) -> draft_pb2.DraftRevision:
    """Write the files of a revision if a folder is named."""
    if out is not None:
        write_files(out, {file.path: file.content for file in revision.source_files})
    return revision


def revision_name(number: int, draft: str) -> str:
    """Return the name of a draft revision."""
    return f"{draft}/revisions/{number}"


def has_problems(revision: draft_pb2.DraftRevision) -> bool:
    """Return whether a revision fails to compile."""
    return bool(revision.problems)


def show_draft(draft: str, stubs: Stubs, language: str) -> CommandResult:
    """Show the review status of a draft."""
    return draft_result(call_scorecard_service(stubs, "GetDraft", draft_pb2.GetDraftRequest(name=draft)), language)


def draft_result(draft: draft_pb2.Draft, language: str) -> CommandResult:
    """Render the review status of a draft."""
    return CommandResult(draft_text(draft, language), document=draft)


def check_newest_revision(draft: str, stubs: Stubs, language: str) -> CommandResult:
    """Check the newest revision as for publication."""
    draft_check: draft_pb2.DraftCheck = call_scorecard_service(
        stubs, "CheckDraft", draft_pb2.CheckDraftRequest(name=draft)
    )
    return CommandResult(_check_text(draft_check, language), not draft_check.publishable, draft_check)


def revision_text(revision: draft_pb2.DraftRevision, language: str) -> str:
    """Render a revision with its digest or compile errors."""
    texts = _words(language)["drafts"]
    lines = [_revision_line(revision, texts)]
    if revision.content_digest:
        lines.append(_words(language)["review"]["digest"].format(content=revision.content_digest))
    return "\n".join([*lines, *(f"  {problem}" for problem in revision.problems)])


def draft_text(draft: draft_pb2.Draft, language: str) -> str:
    """Render the review status, statements and next step of a draft."""
    texts, review = _words(language)["drafts"], _words(language)["review"]
    state = word_of(_STATE, draft.state)
    lines = [_revision_line(draft.revision, texts)]
    lines += [f"  {problem}" for problem in draft.revision.problems]
    if draft.state:
        lines.append(review["state"].format(version=draft.revision.scorecard_version, state=review["states"][state]))
        lines.append(review["digest"].format(content=draft.revision.content_digest))
    if draft.HasField("effect") and state not in ("published", "repealed"):
        lines += effect_lines(read_effect(draft.effect), language)
    for entry in draft.statements:
        lines += _statement_lines(entry, review)
    if draft.statements_on_other_content:
        lines.append(review["of_other_content"].format(count=draft.statements_on_other_content))
    if draft.HasField("repeal"):
        ended, version = draft.repeal, draft.revision.scorecard_version
        lines.append(
            review["repealed"].format(
                version=version, first=ended.first_date, reason=ended.reason, time=_time_text(ended.repeal_time)
            )
        )
    lines.append(_open_comments_text(draft, texts))
    if draft.state:
        needed = draft.approvals_needed
        if draft.approvals_asked_by:
            lines.append(review["approvals_needed"].format(needed=needed, organization=draft.approvals_asked_by))
    lines.append(_next_step_text(draft, state, texts["next"]))
    return "\n".join(lines)


def _next_step_text(draft: draft_pb2.Draft, state: str, texts: dict[str, str]) -> str:
    rejection = next(
        (entry.statement for entry in reversed(draft.statements) if _is_counted(entry, _ACT.ACT_REJECTION)), None
    )
    has_repeal_statement = any(_is_counted(entry, _ACT.ACT_REPEAL) for entry in draft.statements)
    key = state
    if not draft.state:
        key = "no_trust" if draft.revision.content_digest else "with_errors"
    elif state == "published" and has_repeal_statement:
        key = "repeal_begun"
    elif state == "draft" and rejection is not None:
        key = "rejected"
    return texts[key].format(
        name=draft.name,
        lacking=draft.approvals_lacking,
        needed=draft.approvals_needed,
        person="" if rejection is None else rejection.person,
    )


def _is_counted(entry: draft_pb2.DraftStatement, act: scorecard_pb2.VersionStatement.Act) -> bool:
    return entry.statement.act == act and not entry.discounted


def _check_text(draft_check: draft_pb2.DraftCheck, language: str) -> str:
    texts = _words(language)["drafts"]
    lines = [revision_text(draft_check.revision, language), *(f"  {problem}" for problem in draft_check.problems)]
    lines.append(
        texts["publishable" if draft_check.publishable else "not_publishable"].format(examples=draft_check.examples)
    )
    return "\n".join(lines)


def files_text(revision: draft_pb2.DraftRevision, out: Path | None, language: str) -> str:
    """Render the files, or the folder that contains them."""
    if out is not None:
        return str(terminal_words(language)["exported"]).format(count=len(revision.source_files), folder=out)
    return "\n".join(f"# ---- {file.path}\n{file.content}" for file in revision.source_files)


def _revision_line(revision: draft_pb2.DraftRevision, texts: dict[str, Any]) -> str:
    text = texts["revision" if revision.content_digest else "revision_with_errors"].format(
        name=revision.name,
        version=revision.scorecard_version,
        principal=revision.principal,
        time=_time_text(revision.create_time),
    )
    return texts["noted"].format(told=text, note=revision.note) if revision.note else str(text)


def _statement_lines(entry: draft_pb2.DraftStatement, texts: dict[str, Any]) -> list[str]:
    statement, act = entry.statement, word_of(_ACT, entry.statement.act)
    if entry.discounted:
        return ["  " + texts["discounted"].format(act=act, person=statement.person, why=entry.discounted)]
    act_text = texts["acts"][act].format(person=statement.person, time=_time_text(statement.state_time))
    return statement_lines(act_text, statement.reason, entry.reports, texts)


def statement_lines(act_text: str, reason: str, reports: Mapping[str, str], texts: dict[str, Any]) -> list[str]:
    """Render a statement with its reason and the digests of its reports."""
    line = texts["because"].format(told=act_text, reason=reason) if reason else act_text
    return [f"  {line}", *(f"    {name}  {digest}" for name, digest in sorted(reports.items()))]


def _open_comments_text(draft: draft_pb2.Draft, texts: dict[str, Any]) -> str:
    return str(texts["open_comments"].format(count=draft.open_comments))


def _time_text(moment: Timestamp) -> str:
    return instants.instant_of(moment.ToDatetime())
