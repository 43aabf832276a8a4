"""Form of a scheme profile: its fields, what they say as a message, and what the profile would mean."""

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

_say = message_factory(__name__)

_NUMBERS = ("validity_months", "surveillance_months", "extensions", "assessors")
_CHOSEN = ("attestation", "issues", "number", "time_zone", "sample", "topic")
_SEVERITIES = ("major", "minor", "observation")
_NEEDED_APART = (("evaluation", "review"), ("evaluation", "decision"))
_REVIEW_DECISION = ("review", "decision")
_GUARDED = "case.grant"
_GUARDS = ("decision_signed", "two_decide", "facts_verified")
_FIELD_NAMES = {"display_name": "title_en", "display_name_zh": "title_zh", "due_days": "due_major"}
"""What fields of the message are called in the form, where another form of the page has one of the same name."""
_MOST_CARDS = 200


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """What the form shows."""

    settings: SchemeProfileSettings
    base: str
    """The message that it began with, as JSON: what the form has no field for stays."""
    cards: Sequence[tuple[str, str]]
    """The cards that are published, by title."""
    preview: setup_service_pb2.SchemeProfilePreview | None
    """What it would mean; None while a field is wrong."""

    @property
    def is_review_apart(self) -> bool:
        """Say whether nobody both reviews and decides."""
        return any({pair.first, pair.second} == set(_REVIEW_DECISION) for pair in self.settings.disjoint)

    @property
    def grant_guards(self) -> Sequence[str]:
        """Name what else is asked of a decision that grants."""
        return list(self.settings.guards[_GUARDED].guards) if _GUARDED in self.settings.guards else []


async def profile_form(page_request: PageRequest, begun: SchemeProfileSettings) -> ProfileForm:
    """Give the form with what was typed, or with a profile to begin with; cards that are not here are left out of that.

    What is wrong with what was typed is noted.
    """
    cards = await _published_cards(page_request)
    is_typed = "base" in page_request.values
    base = page_request.typed("base") if is_typed else MessageToJson(begun, indent=None)
    settings = _without_numbers(page_request) if is_typed else _published_alone(begun, {id for id, _ in cards})
    try:
        asked = setup_service_pb2.PreviewSchemeProfileRequest(
            parent=page_request.parent, settings=typed_settings(page_request) if is_typed else settings
        )
        preview = await page_request.ask("SetupService/PreviewSchemeProfile", asked)
    except InputError as error:
        if is_typed and not page_request.errors:
            page_request.note_problems(renamed(error))
        return ProfileForm(settings, base, cards, None)
    return ProfileForm(asked.settings, base, cards, preview)


def _published_alone(begun: SchemeProfileSettings, published: Container[str]) -> SchemeProfileSettings:
    settings = SchemeProfileSettings()
    settings.CopyFrom(begun)
    kept = [card for card in begun.cards if card in published]
    del settings.cards[:]
    settings.cards.extend(kept)
    return settings


def profile_to_begin_with(profiles: Sequence[cases.SchemeProfile]) -> cases.SchemeProfile:
    """Give the profile with which a new one begins unless another is chosen: the first that issues certificates."""
    return next((profile for profile in profiles if profile.settings.issues == "certificate"), profiles[0])


def typed_settings(page_request: PageRequest) -> SchemeProfileSettings:
    """Give what was typed as a message.

    Raises:
        InputError: a number is none.
    """
    settings, wrong = _without_numbers(page_request), []
    for name, due in (*((name, "") for name in _NUMBERS), *((f"due_{name}", name) for name in _SEVERITIES)):
        text = page_request.typed(name).strip()
        number = parse_whole_number(text, most=9_999)
        if number is None:
            wrong.append(Violation(name, _say("NO_WHOLE_NUMBER", found=text[:20]), "MALFORMED"))
        elif due:
            settings.due_days[due] = number
        else:
            setattr(settings, name, number)
    if wrong:
        raise InputError(tuple(wrong))
    return settings


def _without_numbers(page_request: PageRequest) -> SchemeProfileSettings:
    try:
        settings = read_message(page_request.typed("base") or "{}", SchemeProfileSettings())
    except ValueError:
        settings = SchemeProfileSettings()
    settings.display_name = page_request.typed("title_en").strip()
    settings.display_name_zh = page_request.typed("title_zh").strip()
    for name in _CHOSEN:
        setattr(settings, name, page_request.typed(name).strip())
    for name in ("cards", "blocking", "languages", "accepted_readings"):
        del getattr(settings, name)[:]
        getattr(settings, name).extend(dict.fromkeys(page_request.several(name)))
    kept = [
        (pair.first, pair.second)
        for pair in settings.disjoint
        if {pair.first, pair.second} not in (*map(set, _NEEDED_APART), set(_REVIEW_DECISION))
    ]
    if page_request.typed("review_apart"):
        kept.insert(0, _REVIEW_DECISION)
    del settings.disjoint[:]
    settings.disjoint.extend(FunctionPair(first=first, second=second) for first, second in (*_NEEDED_APART, *kept))
    before = settings.guards[_GUARDED].guards if _GUARDED in settings.guards else ()
    guards = [name for name in before if name not in _GUARDS] + page_request.several("grant_guards")
    if guards:
        del settings.guards[_GUARDED].guards[:]
        settings.guards[_GUARDED].guards.extend(dict.fromkeys(guards))
    elif _GUARDED in settings.guards:
        del settings.guards[_GUARDED]
    return settings


def renamed(error: InputError) -> InputError:
    """Name the fields of the form where the message calls them otherwise."""
    violations = []
    for violation in error.violations:
        place = violation.field.removeprefix("settings.").partition(".")[0]
        violations.append(Violation(_FIELD_NAMES.get(place, place), violation.description, violation.reason))
    return InputError(tuple(violations))


async def _published_cards(page_request: PageRequest) -> list[tuple[str, str]]:
    asked = scorecard_service_pb2.ListScorecardsRequest(page_size=_MOST_CARDS)
    named = [
        (id := id_of(card.name), title_of(card.titles, page_request.language) or id)
        async for card in listed_all(page_request, "ScorecardService/ListScorecards", asked, "scorecards")
    ]
    return sorted(named, key=lambda card: card[1].casefold())
