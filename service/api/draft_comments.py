"""How are drafts commented, line by line?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.mapping.drafts import write_comment
from service.base.instants import now
from service.base.names import malformed, parse_of_draft
from service.base.paging import read_number, read_page_size, write_token
from service.base.refusals import Reason, Refusal
from service.identity.principals import caller
from service.store.draft_tables import DraftCommentRow
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    from service.api.drafting import Drafting
    from service.store.kept_drafts import KeptDrafts

_say = speaker(__name__)

_LONGEST = 4_000


class DraftComments:
    """Keeps comments on lines of revisions."""

    def __init__(self, kept: KeptDrafts, drafting: Drafting) -> None:
        """Keep them there, beside the drafts."""
        self._kept = kept
        self._drafting = drafting

    def create(self, request: draft_pb2.CreateDraftCommentRequest) -> draft_pb2.DraftComment:
        """Remark on a line.

        Raises:
            InputError: a field is malformed, or there is no such file or line; all are listed.
            Refusal: there is no such revision, or there are too many comments.
        """
        revision = self._drafting.revision(request.parent, field="parent")
        files, violations = self._drafting.files(revision), list[Violation]()
        lines = _lines(files.get(request.path, ""))
        if request.path not in files:
            violations.append(malformed("path", request.path, _say("FILE_OF", known=sorted(files))))
        elif not 0 < request.line <= len(lines):
            violations.append(malformed("line", str(request.line), _say("LINE_OF", most=len(lines))))
        if not request.text.strip():
            violations.append(Violation("text", _say("COMMENT_REQUIRED"), "REQUIRED"))
        elif "\0" in request.text:
            violations.append(malformed("text", request.text, _say("WITHOUT_NUL")))
        elif len(request.text) > _LONGEST:
            found = _say("TOO_LONG", size=len(request.text), most=_LONGEST)
            violations.append(Violation("text", found, "TOO_LARGE"))
        if violations:
            raise InputError(tuple(violations))
        row = DraftCommentRow(
            draft=revision.draft,
            number=0,
            revision=revision.number,
            path=request.path,
            line=request.line,
            line_text=lines[request.line - 1],
            text=request.text,
            principal=caller().id,
            create_time=now(),
        )
        return write_comment(self._kept.add_comment(row))

    def list(self, request: draft_pb2.ListDraftCommentsRequest) -> draft_pb2.ListDraftCommentsResponse:
        """List the comments on a draft, the oldest first.

        Raises:
            InputError: the name or the page cannot be read.
            Refusal: there is no such draft.
        """
        row, size = self._drafting.draft(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("comments", request.parent, str(request.open_only))
        after = read_number(request.page_token, query)
        rows = self._kept.comments(row.name, open_only=request.open_only, after=after, limit=size + 1)
        return draft_pb2.ListDraftCommentsResponse(
            draft_comments=map(write_comment, rows[:size]),
            next_page_token=write_token(query, str(rows[size - 1].number)) if len(rows) > size else "",
        )

    def resolve(self, request: draft_pb2.ResolveDraftCommentRequest) -> draft_pb2.DraftComment:
        """Resolve a comment, or open it again.

        Raises:
            InputError: the name is malformed.
            Refusal: there is no such comment.
        """
        draft, number = parse_of_draft(request.name, "comments")
        time, principal = (None, None) if request.reopen else (now(), caller().id)
        resolved = self._kept.resolve_comment(self._drafting.draft(draft).name, number, time=time, principal=principal)
        if resolved is None:
            raise Refusal(Reason.DRAFT_NOT_FOUND, _say("NO_COMMENT", name=draft, number=number))
        return write_comment(resolved)


def _lines(text: str) -> list[str]:
    """Split a file as editors and the compiler count its lines, not at the other ends of line that Unicode knows."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
