"""Scheme profiles of an organization: proposal, approval, governing revision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory
from service.base.refusals import Reason, Refusal
from service.base.resource_names import malformed, parse_organization
from service.cases import workflow_steps
from service.cases.case_names import PROFILE_NAME, PROFILES, document_row
from service.cases.certifiability import profile_problems
from service.cases.profile_settings import ProfileReader, settings_message
from service.cases.scheme_profiles import Profile, check_id, read_profile, shipped_profiles
from service.cases.step_context import Actor, PersonRegistry, StepContext
from service.identity.principals import caller
from service.store.cases import (
    ACCOUNTS,
    CaseReader,
)
from service.store.tables import CaseDocumentRow, CaseRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.store.store import Store

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Profiles:
    """Store of scheme profiles and their approval."""

    store: Store
    reader: ProfileReader

    def _proposed_content(self, request: case_service_pb2.ProposeSchemeProfileRequest) -> str:
        if not request.HasField("settings"):
            self.reader.check_names(read_profile(request.content), "content")
            return request.content
        if request.content:
            raise InputError.of("settings", _message("PROFILE_TWICE"), "WRONG_VALUE")
        return self.reader.read(request.settings)[1]

    def propose(self, request: case_service_pb2.ProposeSchemeProfileRequest) -> case_service_pb2.SchemeProfile:
        organization = parse_organization(request.parent, field="parent")
        id = check_id(request.profile, "profile")
        content = self._proposed_content(request)
        with self.store.cases.write_transaction() as writing:
            row = writing.document(organization, PROFILES, id)
            governing = 0 if row is None else _governing_revision(row)
            document = {
                "content": content, "approved": False, "governing": governing, "by": caller().account,
            }  # fmt: skip
            newest = 0 if row is None else row.revision
            saved = writing.save(document_row(organization, PROFILES, id, newest, document))
        self.store.integrate_committed()
        return _profile(saved)

    def approve(self, request: case_service_pb2.ApproveSchemeProfileRequest) -> case_service_pb2.SchemeProfile:
        match = PROFILE_NAME.match(request.name)
        if match is None:
            raise InputError((malformed("name", request.name, _message("PROFILE_NAME")),))
        organization, id = match.groups()
        with self.store.cases.write_transaction() as writing:
            row = writing.document(organization, PROFILES, id)
            if row is None:
                raise Refusal(
                    Reason.CASE_NOT_FOUND, _message("NO_PROFILE", id=id, known=_profile_ids(writing, organization))
                )
            document = orjson.loads(row.document)
            if row.revision != request.revision or document["approved"]:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OTHER_REVISION", id=id, newest=row.revision))
            for problem in profile_problems(read_profile(document["content"]), self.reader.gazette):
                raise Refusal(Reason.STEP_NOT_ALLOWED, problem)
            account = caller().account
            if _is_proposed_by_caller(writing, organization, document):
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OWN_PROPOSAL", account=account))
            approved = {**document, "approved": True, "approved_by": account}
            saved = writing.save(document_row(organization, PROFILES, id, row.revision, approved))
        self.store.integrate_committed()
        return _profile(saved)

    def list_profiles(
        self, request: case_service_pb2.ListSchemeProfilesRequest
    ) -> case_service_pb2.ListSchemeProfilesResponse:
        organization = parse_organization(request.parent, field="parent")
        with self.store.cases.read_transaction() as reading:
            own = {}
            for row in reading.documents(organization, PROFILES):
                own[row.id], document = _profile(row), orjson.loads(row.document)
                own[row.id].proposed_by_other = not document["approved"] and not _is_proposed_by_caller(
                    reading, organization, document
                )
        shipped = {
            id: case_service_pb2.SchemeProfile(
                name=f"schemeProfiles/{id}", content=content, approved=True,
                settings=settings_message(read_profile(content)),
            )
            for id, content in shipped_profiles().items()
        }  # fmt: skip
        profiles = shipped | own
        return case_service_pb2.ListSchemeProfilesResponse(scheme_profiles=[profiles[id] for id in sorted(profiles)])

    def schemes(self, request: case_service_pb2.ListSchemesRequest) -> case_service_pb2.ListSchemesResponse:
        organization = parse_organization(request.parent, field="parent")
        with self.store.cases.read_transaction() as reading:
            known = _governing_profiles(reading, organization)
        return case_service_pb2.ListSchemesResponse(
            schemes=[
                case_service_pb2.Scheme(
                    profile=id, display_name=profile.titles["en"], display_name_zh=profile.titles["zh"],
                    scorecards=[f"scorecards/{card}" for card in profile.cards],
                )
                for id, profile in sorted(known.items())
            ]
        )  # fmt: skip


def _profile(row: CaseDocumentRow) -> case_service_pb2.SchemeProfile:
    document = orjson.loads(row.document)
    return case_service_pb2.SchemeProfile(
        name=f"organizations/{row.organization}/schemeProfiles/{row.id}",
        revision=row.revision,
        content=document["content"],
        approved=document["approved"],
        settings=settings_message(read_profile(document["content"])),
    )


def _is_proposed_by_caller(reading: CaseReader, organization: str, document: Mapping[str, Any]) -> bool:
    account = caller().account
    if account == document["by"]:
        return True
    holder = reading.id_by_label(organization, ACCOUNTS, account)
    return bool(holder) and holder == reading.id_by_label(organization, ACCOUNTS, document["by"])


def _governing_revision(row: CaseDocumentRow) -> int:
    document = orjson.loads(row.document)
    return row.revision if document["approved"] else int(document["governing"])


def _governing_profiles(reading: CaseReader, organization: str) -> dict[str, Profile]:
    known = {id: read_profile(content) for id, content in shipped_profiles().items()}
    for row in reading.documents(organization, PROFILES):
        if (revision := _governing_revision(row)) == row.revision:
            known[row.id] = read_profile(orjson.loads(row.document)["content"])
        elif revision:
            known[row.id] = profile_at(reading, organization, row.id, revision)
    return known


def _profile_ids(reading: CaseReader, organization: str) -> list[str]:
    own = {row.id for row in reading.documents(organization, PROFILES) if _governing_revision(row)}
    return sorted(own | shipped_profiles().keys())


def governing_profile(reading: CaseReader, organization: str, id: str) -> tuple[Profile, int]:
    """Return the profile for new cases and its revision, 0 if shipped.

    Raises:
        InputError: If the profile is unknown.
    """
    row = reading.document(organization, PROFILES, id)
    revision = 0 if row is None else _governing_revision(row)
    if not revision and id not in shipped_profiles():
        message = _message("NO_PROFILE", id=id[:80], known=_profile_ids(reading, organization))
        raise InputError.of("profile", message, "NOT_FOUND")
    return profile_at(reading, organization, id, revision), revision


def revision_name(organization: str, id: str, revision: int) -> str:
    """Return the name of a profile revision; 0 is the shipped profile."""
    return f"organizations/{organization}/schemeProfiles/{id}@{revision}" if revision else f"schemeProfiles/{id}"


def newer_profile(reading: CaseReader, row: CaseRow) -> tuple[Profile, int] | None:
    """Return the profile for new cases if newer than the case's, else None."""
    profile, revision = governing_profile(reading, row.organization, row.profile)
    return (profile, revision) if revision > row.profile_revision else None


def profile_at(reading: CaseReader, organization: str, id: str, revision: int) -> Profile:
    """Return a profile revision; 0 is the shipped profile."""
    if not revision:
        return read_profile(shipped_profiles()[id])
    row = reading.document(organization, PROFILES, id, revision)
    if row is None:
        raise Refusal(Reason.UNEXPECTED, _message("NO_PROFILE", id=id, known=_profile_ids(reading, organization)))
    return read_profile(orjson.loads(row.document)["content"])


def cached_profiles(reading: CaseReader) -> Callable[[CaseRow], Profile]:
    """Return a function that finds the profile of a case, with a cache."""
    cached_profile = cache(partial(profile_at, reading))
    return lambda row: cached_profile(row.organization, row.profile, row.profile_revision)


def case_context(reading: CaseReader, gazette: Gazette, row: CaseRow, profile: Profile | None = None) -> StepContext:
    """Return a case's context without actor or item; `profile` is read if None."""
    profile = profile or profile_at(reading, row.organization, row.profile, row.profile_revision)
    items, steps = reading.items(row.name), reading.steps(row.name)
    unset = Actor("", "", {})
    return StepContext(
        reading, gazette.of(row.organization), profile, workflow_steps.steps()[0], unset, row, None, items, steps, {},
        PersonRegistry(reading, row.organization),
    )  # fmt: skip
