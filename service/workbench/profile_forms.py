"""Form of a scheme profile: fields, conversion and preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, Violation
from service.workbench.message_forms import MessageForm, reporting_at, typed_number
from service.workbench.page import read_message
from service.workbench.queries import id_of, listed_all
from service.workbench.titles import title_of
from touchstone.v1 import case_service_pb2 as cases, scorecard_service_pb2, setup_service_pb2
from touchstone.v1.scheme_profile_pb2 import FunctionPair, SchemeProfileSettings

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from service.workbench.page import PageRequest

_FORM = MessageForm(
    SchemeProfileSettings,
    ("cards", "attestation", "issues", "number", "time_zone", "validity_months", "surveillance_months", "assessors",
     "renewal_months", "restoration_months", "audit_time", "technical_areas", "extensions", "sample", "blocking",
     "languages", "topic", "accepted_readings"),
)  # fmt: skip
_SEVERITIES = ("major", "minor", "observation")
_REQUIRED_DISJOINT = (("evaluation", "review"), ("evaluation", "decision"))
_REVIEW_DECISION = ("review", "decision")
_GRANT_KEY = "case.grant"
_FORM_GUARDS = ("decision_signed", "two_decide", "facts_verified")
_FIELD_NAMES = {"display_name": "title_en", "display_name_zh": "title_zh", "due_days": "due_major"}
"""Used if another form on the page has a field with the same name."""
_MAX_CARDS = 200


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """Contents of the scheme profile form."""

    settings: SchemeProfileSettings
    base: str
    """Initial message as JSON, to retain fields that the form lacks."""
    cards: Sequence[tuple[str, str]]
    preview: setup_service_pb2.SchemeProfilePreview | None
    """None while a field is invalid."""

    @property
    def is_review_apart(self) -> bool:
        return any({pair.first, pair.second} == set(_REVIEW_DECISION) for pair in self.settings.disjoint)

    @property
    def grant_guards(self) -> Sequence[str]:
        return list(self.settings.guards[_GRANT_KEY].guards) if _GRANT_KEY in self.settings.guards else []


async def profile_form(page_request: PageRequest, begun: SchemeProfileSettings) -> ProfileForm:
    """Return the form with typed values, or with `begun` without unpublished scorecards.

    Errors in typed values are added to the page.
    """
    cards = await _published_cards(page_request)
    is_typed = "base" in page_request.values
    base = page_request.typed("base") if is_typed else MessageToJson(begun, indent=None)
    settings = (
        _read_settings(page_request)[0] if is_typed else _without_unpublished_cards(begun, {id for id, _ in cards})
    )
    try:
        preview_request = setup_service_pb2.PreviewSchemeProfileRequest(
            parent=page_request.parent, settings=typed_settings(page_request) if is_typed else settings
        )
        with reporting_at(form_field):
            preview = await page_request.ask("SetupService/PreviewSchemeProfile", preview_request)
    except InputError as error:
        if is_typed and not page_request.errors:
            page_request.note_problems(error)
        return ProfileForm(settings, base, cards, None)
    return ProfileForm(preview_request.settings, base, cards, preview)


def _without_unpublished_cards(initial: SchemeProfileSettings, published: Container[str]) -> SchemeProfileSettings:
    settings = SchemeProfileSettings()
    settings.CopyFrom(initial)
    published_cards = [card for card in initial.cards if card in published]
    del settings.cards[:]
    settings.cards.extend(published_cards)
    return settings


def profile_to_begin_with(profiles: Sequence[cases.SchemeProfile]) -> cases.SchemeProfile:
    """Return the first profile that issues certificates, else the first."""
    return next((profile for profile in profiles if profile.settings.issues == "certificate"), profiles[0])


def typed_settings(page_request: PageRequest) -> SchemeProfileSettings:
    """Return the typed settings; raise InputError for malformed numbers."""
    settings, violations = _read_settings(page_request)
    if violations:
        raise InputError(violations)
    return settings


def _read_settings(page_request: PageRequest) -> tuple[SchemeProfileSettings, tuple[Violation, ...]]:
    try:
        settings = read_message(page_request.typed("base") or "{}", SchemeProfileSettings())
    except ValueError:
        settings = SchemeProfileSettings()
    violations: list[Violation] = []
    try:
        _FORM.read(page_request, settings)
    except InputError as error:
        violations.extend(error.violations)
    settings.display_name = page_request.typed("title_en").strip()
    settings.display_name_zh = page_request.typed("title_zh").strip()
    for severity in _SEVERITIES:
        try:
            settings.due_days[severity] = typed_number(page_request, f"due_{severity}")
        except InputError as error:
            violations.extend(error.violations)
    _set_separation(page_request, settings)
    _set_grant_guards(page_request, settings)
    return settings, tuple(violations)


def _set_separation(page_request: PageRequest, settings: SchemeProfileSettings) -> None:
    other_pairs = [
        (pair.first, pair.second)
        for pair in settings.disjoint
        if {pair.first, pair.second} not in (*map(set, _REQUIRED_DISJOINT), set(_REVIEW_DECISION))
    ]
    if page_request.typed("review_apart"):
        other_pairs.insert(0, _REVIEW_DECISION)
    del settings.disjoint[:]
    settings.disjoint.extend(
        FunctionPair(first=first, second=second) for first, second in (*_REQUIRED_DISJOINT, *other_pairs)
    )


def _set_grant_guards(page_request: PageRequest, settings: SchemeProfileSettings) -> None:
    previous_guards = settings.guards[_GRANT_KEY].guards if _GRANT_KEY in settings.guards else ()
    guards = [name for name in previous_guards if name not in _FORM_GUARDS] + page_request.several("grant_guards")
    if guards:
        del settings.guards[_GRANT_KEY].guards[:]
        settings.guards[_GRANT_KEY].guards.extend(dict.fromkeys(guards))
    elif _GRANT_KEY in settings.guards:
        del settings.guards[_GRANT_KEY]


def form_field(path: str) -> str:
    """Return the form field of a field of the settings."""
    name = path.removeprefix("settings.").partition(".")[0]
    return _FIELD_NAMES.get(name, name)


async def _published_cards(page_request: PageRequest) -> list[tuple[str, str]]:
    request = scorecard_service_pb2.ListScorecardsRequest(page_size=_MAX_CARDS)
    named = [
        (id := id_of(card.name), title_of(card.titles, page_request.language) or id)
        async for card in listed_all(page_request, "ScorecardService/ListScorecards", request, "scorecards")
    ]
    return sorted(named, key=lambda card: card[1].casefold())
