"""SetupService: readiness to certify with its missing parts, certification body, issuing key, profile preview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Label, Message, in_language, message_factory
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.base import instants
from service.base.resource_names import parse_organization
from service.cases import workflow_steps
from service.cases.case_names import PROFILES
from service.cases.certifiability import card_title, profile_problems, versions_with_problems, workflow_problem
from service.cases.certificate_files import KEY
from service.cases.certification_bodies import CertificationBodies, body_message
from service.cases.credentials.jose import read_issuing_key
from service.cases.profile_settings import ProfileReader
from service.cases.profile_versions import governing_profile
from service.cases.scheme_profiles import Profile, read_profile, shipped_profiles
from service.cases.signature_renewals import USUAL_DAYS_AHEAD, due_signatures
from service.identity.principals import Role
from service.store.accounts import KNOWN_HERE, roles_by_account
from service.store.cases import CLIENTS, PERSONS
from touchstone.v1 import setup_service_pb2

if TYPE_CHECKING:
    from service.cases.certificate_files import CertificationBody
    from service.configuration.settings import Settings
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.store import Store


_message = message_factory(__name__)

_State = setup_service_pb2.ReadinessStep
_CERTIFICATION_STEPS = ("accept", "agree", "plan", "conclude", "recommend", "grant", "issue")
_REQUIRED_STEPS = frozenset({"people", "clients", "profile"})
_MAX_NAMED = 8


@dataclass(slots=True)
class _Step:
    name: str
    is_done: bool = False
    is_started: bool = False
    waits_for: list[str] = field(default_factory=list)
    summary: str = ""
    missing: list[str] = field(default_factory=list)
    advised: list[str] = field(default_factory=list)
    setting: str = ""

    def message(self, language: str) -> setup_service_pb2.ReadinessStep:
        if self.is_done:
            state = _State.STATE_DONE
        elif self.waits_for:
            state = _State.STATE_WAITING
        else:
            state = _State.STATE_STARTED if self.is_started else _State.STATE_TO_DO
        return setup_service_pb2.ReadinessStep(
            step=self.name,
            state=state,
            needed=self.name in _REQUIRED_STEPS,
            waits_for=[] if self.is_done else self.waits_for,
            summary=in_language(self.summary, language),
            missing=[in_language(text, language) for text in self.missing],
            advised=[in_language(text, language) for text in self.advised],
            setting="" if self.is_done else self.setting,
        )


@dataclass(frozen=True, slots=True)
class _Person:
    """Active person of the certification body; `roles` is None if managed elsewhere."""

    id: str
    known: Mapping[str, Any]
    roles: frozenset[str] | None

    @property
    def signs(self) -> bool:
        today = instants.now()[:10]
        return any(
            key["first_date"] <= today <= (key.get("last_date") or today)
            for key in (*self.known.get("keys", ()), *self.known.get("passkeys", ()))
        )

    def may(self, step: workflow_steps.WorkflowStep) -> bool:
        competent = "competent" not in step.guards or step.function in self.known.get("functions", ())
        return competent and (self.roles is None or bool(self.roles & set(step.roles)))


@dataclass(frozen=True, slots=True)
class ReadinessReader:
    """Reader of the setup state of organisations."""

    store: Store
    gazette: Gazette
    settings: Settings
    bodies: CertificationBodies

    def read(self, request: setup_service_pb2.GetReadinessRequest, language: str) -> setup_service_pb2.Readiness:
        organization = parse_organization(request.parent, field="parent")
        body = self.bodies.read(organization)
        with self.store.cases.read_transaction() as reading:
            profile, certifiable = self._profile(reading, organization)
            steps = [
                self._body(body),
                self._people(reading, organization, certifiable, is_signing=body is not None),
                _clients(reading, organization),
                profile,
            ]
        done = {step.name for step in steps if step.is_done}
        key = self._key(organization, body)
        done |= {"key"} if key.is_done else set()
        steps += [
            key,
            self._paper(done, self._due_signatures(organization, body)),
            self._register(organization),
            self._evidence(),
        ]
        messages = [step.message(language) for step in steps]
        return setup_service_pb2.Readiness(
            ready=done >= _REQUIRED_STEPS,
            steps=messages,
            certification_body=None if body is None else body_message(body.settings),
        )

    def _body(self, body: CertificationBody | None) -> _Step:
        if body is not None:
            name = body.settings.issuer.name
            return _Step("body", is_done=True, summary=f"{name.en} · {name.zh}")
        setting = "" if self.settings.certifying is not None else "TOUCHSTONE_CERTIFYING=certifying"
        return _Step("body", summary=_message("BODY_UNKNOWN"), setting=setting)

    def _people(
        self, reading: CaseReader, organization: str, profiles: Sequence[Profile], *, is_signing: bool
    ) -> _Step:
        roles = roles_by_account(reading.connection, organization)
        people = [
            _Person(row.id, known, _roles_of(known, roles))
            for row in reading.documents(organization, PERSONS)
            if not (known := orjson.loads(row.document)).get("client") and _is_current(known)
        ]
        able = {name: _able_persons(people, name) for name in _CERTIFICATION_STEPS}
        missing: list[str] = [*_missing_people(people, able, profiles, is_signing=is_signing)]
        return _Step(
            "people", is_done=not missing, is_started=bool(people), missing=missing,
            summary=_message("PEOPLE_COUNT", count=len(people)),
            advised=list(_advice_on_people(people, able, is_complete=not missing)),
        )  # fmt: skip

    def _profile(self, reading: CaseReader, organization: str) -> tuple[_Step, Sequence[Profile]]:
        documents = {row.id: orjson.loads(row.document) for row in reading.documents(organization, PROFILES)}
        approved = [id for id, document in documents.items() if document["approved"] or document["governing"]]
        governing = {id: governing_profile(reading, organization, id)[0] for id in approved}
        cards = {id: self._certifiable_cards(profile) for id, profile in governing.items()}
        in_force = {id: cards_in_force for id, cards_in_force in cards.items() if cards_in_force}
        summary = _profile_summary(governing, in_force)
        step = _Step("profile", is_started=bool(documents), is_done=bool(in_force), summary=summary)
        for id in sorted(governing):
            problems = self._profile_problems(governing[id], is_in_force=id in in_force)
            (step.advised if id in in_force else step.missing).extend(problems)
        proposed = _proposed_titles(documents)
        if proposed:
            (step.advised if in_force else step.missing).append(_message("PROFILE_WAITS", profiles=proposed))
        elif not in_force:
            step.missing += _missing_writers(roles_by_account(reading.connection, organization))
        return step, [governing[id] for id in sorted(in_force)]

    def _profile_problems(self, profile: Profile, *, is_in_force: bool) -> list[Message]:
        problems = [*profile_problems(profile, self.gazette)]
        if is_in_force or problems:
            return problems
        return [_message("NO_CARD_IN_FORCE", profile=profile.title, cards=list(profile.cards))]

    def _certifiable_cards(self, profile: Profile) -> list[Message]:
        if workflow_problem(profile) is not None:
            return []
        return [
            _message("CARD_VERSION", card=card_title(version), version=version.card.version)
            for version, problem in versions_with_problems(profile, self.gazette)
            if problem is None
        ]

    def _key(self, organization: str, body: CertificationBody | None) -> _Step:
        is_created = body is not None and (body.folder / KEY).is_file()
        step = _Step("key", is_done=is_created, is_started=is_created, waits_for=[] if body is not None else ["body"])
        if body is not None and is_created:
            try:
                read_issuing_key(body.folder / KEY)
            except InputError as error:
                step.is_done = False
                step.missing += [violation.description for violation in error.violations]
        if self.settings.certifying is None:
            step.setting = "TOUCHSTONE_CERTIFYING=certifying"
        step.summary = _message("KEY_MADE" if is_created else "KEY_NOT_MADE")
        return step

    def _due_signatures(self, organization: str, body: CertificationBody | None) -> int:
        if body is None or body.settings.pdf_signature is None:
            return 0
        before = (instants.today("Etc/UTC") + timedelta(days=USUAL_DAYS_AHEAD)).isoformat()
        with self.store.cases.read_transaction() as reading:
            return sum(1 for _ in due_signatures(reading, organization, before))

    def _paper(self, done: set[str], due_signatures: int) -> _Step:
        waits = [name for name in ("body", "profile", "key") if name not in done]
        has_fonts = self.settings.certificate_fonts is not None
        step = _Step("paper", is_done=not waits and has_fonts, waits_for=waits, is_started=not waits)
        step.summary = _message("PAPER_WITH_FONTS" if has_fonts else "PAPER_WITHOUT_FONTS")
        step.setting = "" if has_fonts else "TOUCHSTONE_CERTIFICATE_FONTS=/usr/share/fonts/truetype/wqy"
        if due_signatures:
            step.advised.append(_message("SIGNATURES_DUE", count=due_signatures, days=USUAL_DAYS_AHEAD))
        return step

    def _register(self, organization: str) -> _Step:
        opened = self.settings.public_registers.replace(",", " ").split()
        step = _Step("register", is_done=organization in opened)
        step.summary = _message("REGISTER_OPEN" if step.is_done else "REGISTER_CLOSED")
        step.setting = f"TOUCHSTONE_PUBLIC_REGISTERS={','.join([*opened, organization])}"
        return step

    def _evidence(self) -> _Step:
        is_enabled = bool(self.settings.evidence_files)
        step = _Step("evidence", is_done=is_enabled, setting="TOUCHSTONE_EVIDENCE_FILES=evidence")
        step.summary = _message("EVIDENCE_KEPT" if is_enabled else "EVIDENCE_NOT_KEPT")
        return step


def _clients(reading: CaseReader, organization: str) -> _Step:
    known = [orjson.loads(row.document) for row in reading.documents(organization, CLIENTS)]
    step = _Step("clients", summary=_message("CLIENT_COUNT", count=len(known)), is_started=bool(known))
    step.is_done = any(client.get("sites") and not client.get("merged_into") for client in known)
    if not step.is_done:
        step.missing.append(_message("NO_CLIENTS"))
    return step


def _staffing_problem(
    profile: Profile, able: Mapping[str, Sequence[str]], signers: int, *, is_signing: bool
) -> Message | None:
    """Return why the people cannot certify under a profile; None if they can.

    `able` lists people by step. `signers` counts deciders who can sign.
    """
    guards = profile.guards.get("case.grant", ())
    deciders = 2 if "two_decide" in guards else 1
    if signers < deciders and (is_signing or {"two_decide", "decision_signed"} & set(guards)):
        return _message("NOBODY_SIGNS" if deciders == 1 else "TWO_SIGN")
    by_function = {workflow_steps.step_named(name).function: people for name, people in able.items()}
    needed = {"evaluation": profile.assessors, "decision": deciders}
    if _can_divide(by_function, needed, profile.disjoint):
        return None
    pairs = [
        _message("APART_PAIR", first=_message(f"KIND_{first.upper()}"), second=_message(f"KIND_{second.upper()}"))
        for first, second in profile.disjoint
    ]
    return _message("NONE_APART", apart=pairs, count=profile.assessors)


def _can_divide(able: Mapping[str, Sequence[str]], needed: Mapping[str, int], apart: Sequence[tuple[str, str]]) -> bool:
    """Return whether the functions can be staffed without a person in both of a pair."""
    functions = sorted(able, key=lambda function: len(able[function]))

    def divide(index: int, chosen: Mapping[str, tuple[str, ...]]) -> bool:
        if index == len(functions):
            return True
        function = functions[index]
        excluded = {
            person
            for pair in apart
            if function in pair
            for other in pair
            if other != function
            for person in chosen.get(other, ())
        }
        free = [person for person in able[function] if person not in excluded]
        groups = combinations(free, needed.get(function, 1))
        return any(divide(index + 1, {**chosen, function: group}) for group in groups)

    return divide(0, {})


def _is_current(known: Mapping[str, Any]) -> bool:
    return not known.get("last_date") or bool(known["last_date"] >= instants.now()[:10])


def _missing_people(
    people: Sequence[_Person], able: Mapping[str, list[str]], profiles: Sequence[Profile], *, is_signing: bool
) -> Iterator[Message]:
    unstaffed = [workflow_steps.step_named(name) for name, persons in able.items() if not persons]
    for step in unstaffed:
        kind = _message(f"KIND_{step.function.upper()}")
        yield _message("NOBODY_MAY", step=kind, roles=workflow_steps.role_words(step))
    if not unstaffed:
        signers = sum(person.signs for person in people if person.id in able["grant"])
        problems = [_staffing_problem(profile, able, signers, is_signing=is_signing) for profile in profiles]
        if None not in problems:
            yield from dict.fromkeys(filter(None, problems))


def _advice_on_people(
    people: Sequence[_Person], able: Mapping[str, list[str]], *, is_complete: bool
) -> Iterator[Message]:
    handlers = {person.id for person in people if "appeal" in person.known.get("functions", ())}
    if is_complete and not any(handlers - {decider} for decider in able["grant"]):
        yield _message("APPEALS_APART")
    if lacking := [person.known["display_name"] for person in people if person.roles == frozenset()]:
        yield _message("NO_WAY_IN", people=lacking[:_MAX_NAMED])


def _proposed_titles(documents: Mapping[str, Mapping[str, Any]]) -> list[Label]:
    waiting = [document for _, document in sorted(documents.items()) if not document["approved"]]
    return [read_profile(document["content"]).title for document in waiting]


def _profile_summary(governing: Mapping[str, Profile], in_force: Mapping[str, list[Message]]) -> Message:
    if not in_force:
        known = [read_profile(text).title for _, text in sorted(shipped_profiles().items())]
        return _message("PROFILES_SHIPPED", known=known)
    profiles = [
        _message("PROFILE_WITH_CARDS", profile=governing[id].title, cards=cards)
        for id, cards in sorted(in_force.items())
    ]
    return _message("PROFILES_GOVERN", profiles=profiles)


def _roles_of(known: Mapping[str, Any], roles: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    accounts: Sequence[str] = known.get("accounts", ())
    if any(account.partition("/")[0] not in KNOWN_HERE for account in accounts):
        return None
    return frozenset(role for account in accounts for role in roles.get(account, ()))


def _able_persons(people: Sequence[_Person], name: str) -> list[str]:
    return [person.id for person in people if person.may(workflow_steps.step_named(name))]


def _missing_writers(roles: Mapping[str, frozenset[str]]) -> Iterator[str]:
    writers = {account for account, held in roles.items() if Role.RULE_AUTHOR in held}
    approvers = {account for account, held in roles.items() if Role.RULE_APPROVER in held}
    if not writers:
        yield _message("NO_AUTHOR")
    if not approvers or (writers == approvers and len(writers) == 1):
        yield _message("NO_APPROVER")


_SERVICE = setup_service_pb2.DESCRIPTOR.services_by_name["SetupService"]


def add(parts: ServiceContext) -> None:
    """Register the methods of SetupService."""
    store, settings = require_store(parts), parts.settings
    bodies = CertificationBodies(settings.certifying)
    readiness = ReadinessReader(store, parts.gazette, settings, bodies)
    readiness_methods = answers_in_threads(
        parts.limiters.reading, {"GetReadiness": readiness.read}, read_call=language_of_call
    )
    reading = answers_in_threads(
        parts.limiters.trying,
        {"PreviewSchemeProfile": ProfileReader(parts.gazette).preview},
        read_call=language_of_call,
    )
    writing = answers_in_threads(
        parts.limiters.trying, {"SaveCertificationBody": bodies.save, "CreateIssuingKey": bodies.create_key}
    )
    parts.answer(_SERVICE, readiness_methods, reading, writing)
