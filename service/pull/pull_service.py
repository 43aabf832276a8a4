"""PullService: scheduled pulls with their states, the files taken or refused, and attempts on request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, did_you_mean_or_known, message_factory
from service.api.service_dependencies import answers_in_threads, language_of_call, require_store
from service.base import instants
from service.base.instants import optional_timestamp
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN, malformed, parse_organization
from service.base.whole_numbers import parse_whole_number
from service.identity.principals import visibility_scope
from service.pull.pull_settings import read_pulls
from service.store.tables import PullStateRow
from touchstone.v1 import pull_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.api.service_dependencies import ServiceContext
    from service.pull.pull_settings import PullSource
    from service.store.store import Store
    from service.store.tables import PullRunRow

_message = message_factory(__name__)

_SERVICE = pull_service_pb2.DESCRIPTOR.services_by_name["PullService"]
_PULL = re.compile(rf"organizations/{ID_PATTERN}/pulls/[a-z0-9][a-z0-9-]{{0,62}}\Z")


class PullQueries:
    """Methods of PullService."""

    def __init__(self, store: Store, sources: Mapping[str, PullSource]) -> None:
        self._store, self._sources = store.pulls, sources

    def list(self, request: pull_service_pb2.ListPullsRequest, language: str) -> pull_service_pb2.ListPullsResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "pulls", visibility_scope(), request.parent)
        own = sorted(
            name for name, source in self._sources.items() if source.organization == organization and name > page.after
        )
        states = self._store.states()
        return pull_service_pb2.ListPullsResponse(
            pulls=[_pull_message(self._sources[name], states.get(name), language) for name in own[: page.size]],
            next_page_token=page.next_token(own[: page.limit], lambda name: name),
        )

    def runs(
        self, request: pull_service_pb2.ListPullRunsRequest, language: str
    ) -> pull_service_pb2.ListPullRunsResponse:
        source = self._source(request.parent, "parent")
        page = read_page(request, "pull-runs", visibility_scope(), request.parent)
        before = parse_whole_number(page.after) or 0
        rows = self._store.runs(source.resource, before=before, limit=page.limit)
        return pull_service_pb2.ListPullRunsResponse(
            pull_runs=[_run_message(row, language) for row in rows[: page.size]],
            next_page_token=page.next_token(rows, lambda row: str(row.number)),
        )

    def run(self, request: pull_service_pb2.RunPullRequest, language: str) -> pull_service_pb2.Pull:
        source = self._source(request.name, "name")
        row = PullStateRow(
            name=source.resource, organization=source.organization, selection=source.selection,
            next_time=instants.now(),
        )  # fmt: skip
        self._store.request(row)
        return _pull_message(source, self._store.state(source.resource), language)

    def _source(self, name: str, field: str) -> PullSource:
        if _PULL.match(name) is None:
            raise InputError((malformed(field, name, "organizations/…/pulls/…"),))
        source = self._sources.get(name)
        if source is None:
            parent, _, id = name.rpartition("/")
            known = [other.name for other in self._sources.values() if other.resource.startswith(f"{parent}/")]
            hint = did_you_mean_or_known(id, known) if known else ""
            raise Refusal(Reason.PULL_NOT_FOUND, _message("NO_PULL", name=name, hint=hint))
        return source


def _pull_message(source: PullSource, state: PullStateRow | None, language: str) -> pull_service_pb2.Pull:
    shown = state or PullStateRow(name=source.resource, organization=source.organization, selection="")
    return pull_service_pb2.Pull(
        name=source.resource,
        source=source.shown_url,
        target=source.target,
        mapping=source.mapping_name,
        schedule=source.schedule.text,
        last_check_time=optional_timestamp(shown.check_time),
        last_success_time=optional_timestamp(shown.success_time),
        last_take_time=optional_timestamp(shown.take_time),
        next_check_time=optional_timestamp(shown.next_time),
        file_digest=shown.digest,
        problem=_text(shown.problem, language),
        failure_count=shown.failures,
    )


def _run_message(row: PullRunRow, language: str) -> pull_service_pb2.PullRun:
    return pull_service_pb2.PullRun(
        name=f"{row.name}/runs/{row.number}",
        state=f"STATE_{row.state.upper()}",
        begin_time=optional_timestamp(row.begin_time),
        end_time=optional_timestamp(row.end_time),
        file_digest=row.digest,
        file_bytes=row.size,
        mapping_revision=row.mapping_revision,
        dossier=row.result,
        evaluation_count=row.evaluations,
        problem=_text(row.problem, language),
    )


def _text(problem: str, language: str) -> str:
    return str(orjson.loads(problem)[language]) if problem else ""


def add(parts: ServiceContext) -> None:
    """Register the methods of PullService.

    Raises:
        InputError: If the file of the pulls is invalid.
    """
    store, path = require_store(parts), parts.settings.pulls
    sources = {} if path is None else {source.resource: source for source in read_pulls(path)}
    queries = PullQueries(store, sources)
    methods = answers_in_threads(
        parts.limiters.reading,
        {"ListPulls": queries.list, "ListPullRuns": queries.runs, "RunPull": queries.run},
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, methods)
