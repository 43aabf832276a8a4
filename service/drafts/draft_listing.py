"""List of drafts with where each stands: read in a few questions for a page, nothing compiled and no version loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from service.approval.approval_trust import read_rule_trust
from service.approval.review_status import review_status
from service.approval.statements import read_statement
from service.base.paging import read_page_size, read_token, write_token
from service.base.resource_names import parse_card, parse_organization
from service.drafts.review_workflow import add_standing
from service.output.mapping.scorecards import write_draft
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from service.approval.approval_trust import Trust
    from service.approval.statements import Statement
    from service.gazette.versions import Gazette
    from service.store.kept_drafts import DraftStore
    from service.store.tables import RevisionRow


class DraftListing:
    """Answers ListDrafts."""

    def __init__(self, draft_store: DraftStore, gazette: Gazette, trust: Path | None) -> None:
        """Take drafts from there; without a trust file nobody knows where they stand."""
        self._draft_store, self._gazette, self._trust = draft_store, gazette, trust

    def drafts(self, request: draft_pb2.ListDraftsRequest, language: str) -> draft_pb2.ListDraftsResponse:
        """List the drafts of an organisation by name."""
        organization = parse_organization(request.parent, field="parent")
        size = read_page_size(request.page_size)
        query = ("drafts", request.parent)
        after = read_token(request.page_token, query)
        rows = self._draft_store.list(organization, after=after, limit=size + 1)
        shown = rows[:size]
        newest = self._draft_store.newest_revisions(shown)
        names = [row.name for row in shown]
        comments, signed = self._draft_store.count_open_comments(names), self._draft_store.statements_by_draft(names)
        trust, answer = read_rule_trust(self._trust), draft_pb2.ListDraftsResponse()
        for row in shown:
            revision = newest.get(row.name)
            if revision is None:  # erased meanwhile
                continue
            draft = write_draft(row, revision, open_comments=comments.get(row.name, 0))
            if trust is not None and revision.content_digest:
                kept = [read_statement(orjson.loads(statement.envelope)) for statement in signed.get(row.name, ())]
                self._add_standing(draft, revision, kept, trust, language)
            answer.drafts.append(draft)
        if len(rows) > size:
            answer.next_page_token = write_token(query, rows[size - 1].name)
        return answer

    def _add_standing(
        self, draft: draft_pb2.Draft, revision: RevisionRow, kept: Sequence[Statement], trust: Trust, language: str
    ) -> None:
        """Write where a draft stands into it, as GetDraft does, but for the signatures themselves."""
        here = self._gazette.of_current_organization()
        published = here.statements_on(revision.version, revision.content_digest)
        is_ended = published is not None and here.has_repeal(revision.version)
        repeal = here.version_named(revision.version).repeal if is_ended else None
        known = {statement.digest for statement in kept}
        every = [*kept, *(statement for statement in published or () if statement.digest not in known)]
        needed = trust.approvals_needed(parse_card(revision.version).card, here.organization)
        status = review_status(every, revision.version, revision.content_digest, needed, trust)
        add_standing(draft, status.with_repeal(repeal), revision.content_digest, every, language, repeal=repeal)
        for statement in draft.statements:
            statement.ClearField("signed_statement")
