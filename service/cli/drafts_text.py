"""How does a terminal show the drafts of a server?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.answering.terminal.words import words
from touchstone.v1 import draft_pb2, scorecard_pb2

if TYPE_CHECKING:
    from pathlib import Path

    from google.protobuf.timestamp_pb2 import Timestamp

_STATE = draft_pb2.Draft.State
_ACT = scorecard_pb2.VersionStatement.Act


def revision_text(revision: draft_pb2.DraftRevision, language: str) -> str:
    """Tell a revision: what it would be, or why it does not compile."""
    say = words(language)["drafts"]
    lines = [_revision(revision, say)]
    if revision.content_digest:
        lines.append(words(language)["review"]["digest"].format(content=revision.content_digest))
    return "\n".join([*lines, *(f"  {problem}" for problem in revision.problems)])


def revisions_text(listed: draft_pb2.ListDraftRevisionsResponse, language: str) -> str:
    """Tell revisions, one on a line."""
    say = words(language)["drafts"]
    return _paged([_revision(one, say) for one in listed.draft_revisions], listed.next_page_token, say)


def list_text(listed: draft_pb2.ListDraftsResponse, language: str) -> str:
    """Tell drafts, one on a line."""
    say = words(language)["drafts"]
    lines = [f"{_revision(one.revision, say)}; {_open(one, say)}" for one in listed.drafts]
    return _paged(lines, listed.next_page_token, say)


def draft_text(draft: draft_pb2.Draft, language: str) -> str:
    """Tell where a draft stands, who signed what and when, what does not count, and what is next."""
    say, review = words(language)["drafts"], words(language)["review"]
    state = _STATE.Name(draft.state).removeprefix("STATE_").lower()
    lines = [_revision(draft.revision, say)]
    lines += [f"  {problem}" for problem in draft.revision.problems]
    if draft.state:
        lines.append(review["state"].format(version=draft.revision.scorecard_version, state=review["states"][state]))
        lines.append(review["digest"].format(content=draft.revision.content_digest))
    for one in draft.statements:
        lines += _statement(one, review)
    if draft.statements_on_other_content:
        lines.append(review["of_other_content"].format(count=draft.statements_on_other_content))
    if draft.HasField("repeal"):
        ended, version = draft.repeal, draft.revision.scorecard_version
        lines.append(
            review["repealed"].format(
                version=version, first=ended.first_date, reason=ended.reason, time=_time(ended.repeal_time)
            )
        )
    lines.append(_open(draft, say))
    if draft.state:
        needed = draft.approvals_needed
        if draft.approvals_asked_by:
            lines.append(review["asked_by"].format(needed=needed, organization=draft.approvals_asked_by))
    lines.append(_next(draft, state, say["next"]))
    return "\n".join(lines)


def _next(draft: draft_pb2.Draft, state: str, say: dict[str, str]) -> str:
    """Say what is next: an author's, an approver's or nobody's step."""
    rejection = next((one.statement for one in reversed(draft.statements) if _counts(one, _ACT.ACT_REJECTION)), None)
    is_ending = any(_counts(one, _ACT.ACT_REPEAL) for one in draft.statements)
    key = state
    if not draft.state:
        key = "no_trust" if draft.revision.content_digest else "with_errors"
    elif state == "published" and is_ending:
        key = "repeal_begun"
    elif state == "draft" and rejection is not None:
        key = "rejected"
    return say[key].format(
        name=draft.name,
        lacking=draft.approvals_lacking,
        needed=draft.approvals_needed,
        person="" if rejection is None else rejection.person,
    )


def _counts(one: draft_pb2.DraftStatement, act: scorecard_pb2.VersionStatement.Act) -> bool:
    return one.statement.act == act and not one.discounted


def check_text(found: draft_pb2.DraftCheck, language: str) -> str:
    """Tell what a check found."""
    say = words(language)["drafts"]
    lines = [revision_text(found.revision, language), *(f"  {problem}" for problem in found.problems)]
    lines.append(say["publishable" if found.publishable else "not_publishable"].format(examples=found.examples))
    return "\n".join(lines)


def files_text(revision: draft_pb2.DraftRevision, out: Path | None, language: str) -> str:
    """Tell that files are written, or show them."""
    if out is not None:
        return str(words(language)["exported"]).format(count=len(revision.source_files), folder=out)
    return "\n".join(f"# ---- {file.path}\n{file.content}" for file in revision.source_files)


def compared_text(compared: draft_pb2.CompareDraftRevisionsResponse, language: str) -> str:
    """Tell what differs, line by line and then in meaning."""
    say = words(language)["drafts"]
    lines = [file.unified for file in compared.files] or [say["same_files"]]
    if not compared.meaning_known:
        return "\n".join([*lines, say["meaning_unknown"]])
    return "\n".join(
        [*lines, *(change.text for change in compared.changes)] + ([] if compared.changes else [say["same_meaning"]])
    )


def comment_text(comment: draft_pb2.DraftComment, language: str) -> str:
    """Tell one comment, with the line that it is on."""
    say = words(language)["drafts"]
    state = say["resolved" if comment.HasField("resolve_time") else "open"]
    head = say["comment"].format(
        number=comment.name.rpartition("/")[2],
        path=comment.path,
        line=comment.line,
        revision=comment.revision.rpartition("/")[2],
        principal=comment.principal,
        time=_time(comment.create_time),
        state=state,
    )
    return f"{head}\n  > {comment.line_text.strip()}\n  {comment.text}"


def comments_text(listed: draft_pb2.ListDraftCommentsResponse, language: str) -> str:
    """Tell comments, one after the other."""
    say = words(language)["drafts"]
    return _paged([comment_text(one, language) for one in listed.draft_comments], listed.next_page_token, say)


def _paged(lines: list[str], token: str, say: dict[str, Any]) -> str:
    if token:
        lines.append(say["more"].format(token=token))
    return "\n".join(lines) or say["none"]


def _revision(revision: draft_pb2.DraftRevision, say: dict[str, Any]) -> str:
    told = say["revision" if revision.content_digest else "revision_with_errors"].format(
        name=revision.name,
        version=revision.scorecard_version,
        principal=revision.principal,
        time=_time(revision.create_time),
    )
    return say["noted"].format(told=told, note=revision.note) if revision.note else str(told)


def _statement(one: draft_pb2.DraftStatement, say: dict[str, Any]) -> list[str]:
    said, act = one.statement, _ACT.Name(one.statement.act).removeprefix("ACT_").lower()
    if one.discounted:
        return ["  " + say["discounted"].format(act=act, person=said.person, why=one.discounted)]
    told = say["acts"][act].format(person=said.person, time=_time(said.state_time))
    line = say["because"].format(told=told, reason=said.reason) if said.reason else told
    return [f"  {line}", *(f"    {name}  {digest}" for name, digest in sorted(one.reports.items()))]


def _open(draft: draft_pb2.Draft, say: dict[str, Any]) -> str:
    return str(say["open_comments"].format(count=draft.open_comments))


def _time(moment: Timestamp) -> str:
    return moment.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ")
