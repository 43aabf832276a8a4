"""How do a draft, its revisions and comments become messages, and a signed statement one and back?"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import orjson

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import told, words_of
from service.answering.mapping.scorecards import write_repeal, write_statement
from service.approval.standing import TABLE
from service.approval.statements import read_statement
from service.base.instants import to_timestamp
from touchstone.v1 import draft_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.published import Published
    from service.approval.standing import Standing
    from service.approval.statements import Statement
    from service.store.tables import DraftCommentRow, DraftRow, RevisionRow


def write_revision(row: RevisionRow, files: Mapping[str, str] | None = None) -> draft_pb2.DraftRevision:
    """Write a revision as it was saved, with its files if they are given."""
    return draft_pb2.DraftRevision(
        name=revision_name(row.draft, row.number),
        create_time=to_timestamp(row.create_time),
        principal=row.principal,
        note=row.note,
        files_digest=row.files_digest,
        scorecard_version=row.version,
        content_digest=row.content_digest,
        rule_digest=row.rule_digest,
        text_digest=row.text_digest,
        problems=orjson.loads(row.problems),
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in (files or {}).items()],
    )


def revision_name(draft: str, number: int) -> str:
    """Give the name of a revision."""
    return f"{draft}/revisions/{number}"


def write_draft(row: DraftRow, revision: RevisionRow, *, open_comments: int) -> draft_pb2.Draft:
    """Write a draft with its newest revision; where it stands is another question."""
    return draft_pb2.Draft(
        name=row.name,
        create_time=to_timestamp(row.create_time),
        revision=write_revision(revision),
        open_comments=open_comments,
    )


def add_standing(
    draft: draft_pb2.Draft, found: Standing, version: Published | None, statements: Sequence[Statement], language: str
) -> None:
    """Write where a draft stands into it, with every statement on its bytes, also those that do not count."""
    draft.MergeFrom(draft_pb2.Draft(state=f"STATE_{found.state.name}"))
    draft.authors.extend(found.authors)
    draft.approvals_needed, draft.approvals_lacking = found.needed.count, found.lacking
    draft.approvals_asked_by = found.needed.asked_by
    draft.statements_on_other_content = found.of_other_content
    draft.allowed_steps.extend(step.value for state, step in TABLE if state is found.state)
    why = {one.digest: said for one, said in found.discounted}
    here = [one for one in statements if version is not None and one.content_digest == version.content_digest]
    for one in sorted(here, key=lambda each: each.predicate.time):
        draft.statements.append(
            draft_pb2.DraftStatement(
                statement=write_statement(one),
                digest=one.digest,
                reports=one.predicate.reports or {},
                signed_statement=write_signed(one),
                discounted=told(why.get(one.digest, ""), language),
            )
        )
    if version is not None and version.repeal is not None:
        draft.repeal.CopyFrom(write_repeal(version.repeal))


def write_comment(row: DraftCommentRow) -> draft_pb2.DraftComment:
    """Write a comment."""
    return draft_pb2.DraftComment(
        name=f"{row.draft}/comments/{row.number}",
        revision=revision_name(row.draft, row.revision),
        path=row.path,
        line=row.line,
        line_text=row.line_text,
        text=row.text,
        principal=row.principal,
        create_time=to_timestamp(row.create_time),
        resolve_time=None if row.resolve_time is None else to_timestamp(row.resolve_time),
        resolve_principal=row.resolve_principal or "",
    )


def write_signed(statement: Statement) -> draft_pb2.SignedStatement:
    """Write a statement as it was signed."""
    envelope = orjson.loads(orjson.dumps(dict(statement.envelope)))
    return draft_pb2.SignedStatement(
        payload=base64.b64decode(envelope["payload"]),
        payload_type=envelope["payloadType"],
        signatures=[
            draft_pb2.SignedStatement.Signature(keyid=one["keyid"], sig=base64.b64decode(one["sig"]))
            for one in envelope["signatures"]
        ],
    )


def read_signed(message: draft_pb2.SignedStatement) -> Statement:
    """Read a signed statement; whether the signature is right is asked of the answer.

    Raises:
        InputError: it is not an envelope with one signature and a statement of a known kind.
    """
    envelope = {
        "payload": base64.b64encode(message.payload).decode(),
        "payloadType": message.payload_type,
        "signatures": [{"keyid": one.keyid, "sig": base64.b64encode(one.sig).decode()} for one in message.signatures],
    }
    try:
        return read_statement(envelope)
    except TrailError as error:
        raise InputError((Violation("statement", words_of(error), "MALFORMED"),)) from None
