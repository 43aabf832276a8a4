"""List of drafts with review status, without compiling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from service.approval.approval_trust import read_rule_trust
from service.approval.review_status import review_status
from service.approval.statements import read_statement
from service.base.paging import read_page
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
    """The ListDrafts method; review status requires a trust file."""

    def __init__(self, draft_store: DraftStore, gazette: Gazette, trust: Path | None) -> None:
        self._draft_store, self._gazette, self._trust = draft_store, gazette, trust

    def drafts(self, request: draft_pb2.ListDraftsRequest, language: str) -> draft_pb2.ListDraftsResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "drafts", request.parent)
        rows = self._draft_store.list(organization, after=page.after, limit=page.limit)
        shown = rows[: page.size]
        newest = self._draft_store.newest_revisions(shown)
        names = [row.name for row in shown]
        comments, envelopes = self._draft_store.count_open_comments(names), self._draft_store.statements_by_draft(names)
        trust, answer = read_rule_trust(self._trust), draft_pb2.ListDraftsResponse()
        for row in shown:
            revision = newest.get(row.name)
            if revision is None:  # deleted meanwhile
                continue
            draft = write_draft(row, revision, open_comments=comments.get(row.name, 0))
            if trust is not None and revision.content_digest:
                statements = [
                    read_statement(orjson.loads(statement.envelope)) for statement in envelopes.get(row.name, ())
                ]
                self._add_review_status(draft, revision, statements, trust, language)
            answer.drafts.append(draft)
        answer.next_page_token = page.next_token(rows, lambda row: row.name)
        return answer

    def _add_review_status(
        self,
        draft: draft_pb2.Draft,
        revision: RevisionRow,
        statements: Sequence[Statement],
        trust: Trust,
        language: str,
    ) -> None:
        gazette = self._gazette.of_current_organization()
        published = gazette.statements_on(revision.version, revision.content_digest)
        is_repealed = published is not None and gazette.has_repeal(revision.version)
        repeal = gazette.version_named(revision.version).repeal if is_repealed else None
        known_digests = {statement.digest for statement in statements}
        all_statements = [
            *statements,
            *(statement for statement in published or () if statement.digest not in known_digests),
        ]
        needed = trust.approvals_needed(parse_card(revision.version).card, gazette.organization)
        status = review_status(all_statements, revision.version, revision.content_digest, needed, trust)
        add_standing(
            draft, status.with_repeal(repeal), revision.content_digest, all_statements, language, repeal=repeal
        )
        for statement in draft.statements:
            statement.ClearField("signed_statement")
