"""Form of a scheme profile: fields, conversion and preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, Violation, message_factory
from service.base.whole_numbers import parse_whole_number
from service.workbench.page import read_message
from service.workbench.queries import id_of, listed_all
from service.workbench.titles import title_of
from touchstone.v1 import case_service_pb2 as cases, scorecard_service_pb2, setup_service_pb2
from touchstone.v1.scheme_profile_pb2 import FunctionPair, SchemeProfileSettings

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from service.workbench.page import PageRequest

_message = message_factory(__name__)

_NUMBER_FIELDS = ("validity_months", "surveillance_months", "extensions", "assessors")
_TEXT_FIELDS = ("attestation", "issues", "number", "time_zone", "sample", "topic")
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
        _settings_without_numbers(page_request)
        if is_typed
        else _without_unpublished_cards(begun, {id for id, _ in cards})
    )
    try:
        preview_request = setup_service_pb2.PreviewSchemeProfileRequest(
            parent=page_request.parent, settings=typed_settings(page_request) if is_typed else settings
        )
        preview = await page_request.ask("SetupService/PreviewSchemeProfile", preview_request)
    except InputError as error:
        if is_typed and not page_request.errors:
            page_request.note_problems(renamed(error))
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
    settings, violations = _settings_without_numbers(page_request), []
    for name, due in (*((name, "") for name in _NUMBER_FIELDS), *((f"due_{name}", name) for name in _SEVERITIES)):
        text = page_request.typed(name).strip()
        number = parse_whole_number(text, most=9_999)
        if number is None:
            violations.append(Violation(name, _message("NO_WHOLE_NUMBER", found=text[:20]), "MALFORMED"))
        elif due:
            settings.due_days[due] = number
        else:
            setattr(settings, name, number)
    if violations:
        raise InputError(tuple(violations))
    return settings


def _settings_without_numbers(page_request: PageRequest) -> SchemeProfileSettings:
    try:
        settings = read_message(page_request.typed("base") or "{}", SchemeProfileSettings())
    except ValueError:
        settings = SchemeProfileSettings()
    settings.display_name = page_request.typed("title_en").strip()
    settings.display_name_zh = page_request.typed("title_zh").strip()
    for name in _TEXT_FIELDS:
        setattr(settings, name, page_request.typed(name).strip())
    for name in ("cards", "blocking", "languages", "accepted_readings"):
        del getattr(settings, name)[:]
        getattr(settings, name).extend(dict.fromkeys(page_request.several(name)))
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
    previous_guards = settings.guards[_GRANT_KEY].guards if _GRANT_KEY in settings.guards else ()
    guards = [name for name in previous_guards if name not in _FORM_GUARDS] + page_request.several("grant_guards")
    if guards:
        del settings.guards[_GRANT_KEY].guards[:]
        settings.guards[_GRANT_KEY].guards.extend(dict.fromkeys(guards))
    elif _GRANT_KEY in settings.guards:
        del settings.guards[_GRANT_KEY]
    return settings


def renamed(error: InputError) -> InputError:
    """Return the error with the field names of the form."""
    violations = []
    for violation in error.violations:
        field_name = violation.field.removeprefix("settings.").partition(".")[0]
        violations.append(Violation(_FIELD_NAMES.get(field_name, field_name), violation.description, violation.reason))
    return InputError(tuple(violations))


async def _published_cards(page_request: PageRequest) -> list[tuple[str, str]]:
    request = scorecard_service_pb2.ListScorecardsRequest(page_size=_MAX_CARDS)
    named = [
        (id := id_of(card.name), title_of(card.titles, page_request.language) or id)
        async for card in listed_all(page_request, "ScorecardService/ListScorecards", request, "scorecards")
    ]
    return sorted(named, key=lambda card: card[1].casefold())
