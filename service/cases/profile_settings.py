"""Scheme profile fields: conversion between message, model and TOML; preview."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Violation, did_you_mean, in_language, message_factory
from rules.model import Certainty
from service.base import instants
from service.base.resource_names import parse_organization
from service.cases.certifiability import profile_problems, version_in_force
from service.cases.scheme_profiles import SEVERITIES, Profile, validated_profile
from touchstone.v1 import scheme_profile_pb2, setup_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import Scorecard
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def toml_text(content: Mapping[str, Any]) -> str:
    """Render a document as TOML, one line per entry."""
    return "".join(f"{_key(name)} = {_toml_value(value)}\n" for name, value in content.items())


def _key(name: str) -> str:
    return name if _BARE.match(name) else _toml_value(name)


def _toml_value(value: Any) -> str:
    if isinstance(value, dict):
        return (
            f"{{ {', '.join(f'{_key(name)} = {_toml_value(part)}' for name, part in value.items())} }}"
            if value
            else "{}"
        )
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml_value, value))}]"
    return orjson.dumps(value).decode().replace("\x7f", "\\u007f")  # JSON strings, numbers and booleans are also TOML


def settings_message(profile: Profile) -> scheme_profile_pb2.SchemeProfileSettings:
    """Convert a profile to its settings message."""
    return scheme_profile_pb2.SchemeProfileSettings(
        display_name=profile.titles["en"],
        display_name_zh=profile.titles["zh"],
        cards=profile.cards,
        attestation=profile.attestation,
        time_zone=profile.time_zone,
        issues=profile.issues,
        number=profile.number,
        validity_months=profile.validity_months,
        surveillance_months=profile.surveillance_months,
        disjoint=[scheme_profile_pb2.FunctionPair(first=first, second=second) for first, second in profile.disjoint],
        accepted_readings=profile.accepted_readings,
        blocking=profile.blocking,
        due_days=profile.due_days,
        extensions=profile.extensions,
        sample=profile.sample,
        topic=profile.topic,
        languages=profile.languages,
        assessors=profile.assessors,
        audit_time=profile.audit_time,
        technical_areas=profile.technical_areas,
        renewal_months=profile.renewal_months,
        restoration_months=profile.restoration_months,
        without=profile.without,
        guards={step: scheme_profile_pb2.GuardNames(guards=names) for step, names in profile.guards.items()},
    )


def _profile_document(settings: scheme_profile_pb2.SchemeProfileSettings) -> dict[str, Any]:
    lacking = [name for name in ("display_name", "display_name_zh") if not getattr(settings, name).strip()]
    if lacking:
        raise InputError(tuple(Violation(f"settings.{name}", _message("TITLE_NEEDED"), "REQUIRED") for name in lacking))
    document: dict[str, Any] = {
        "titles": {"en": settings.display_name.strip(), "zh": settings.display_name_zh.strip()},
        "cards": list(settings.cards),
        "attestation": settings.attestation,
        "time_zone": settings.time_zone,
        "issues": settings.issues,
        "number": settings.number,
        "validity_months": settings.validity_months,
        "surveillance_months": settings.surveillance_months,
        "disjoint": [[pair.first, pair.second] for pair in settings.disjoint],
        "accepted_readings": list(settings.accepted_readings),
        "blocking": list(settings.blocking),
        "due_days": {name: settings.due_days[name] for name in sorted(settings.due_days, key=_severity_order)},
        "extensions": settings.extensions,
        "sample": settings.sample,
        "without": list(settings.without),
        "guards": {step: list(settings.guards[step].guards) for step in sorted(settings.guards)},
    }  # fmt: skip
    for name in ("topic", "assessors", "audit_time", "renewal_months"):
        if getattr(settings, name):
            document[name] = getattr(settings, name)
    if settings.HasField("restoration_months"):
        document["restoration_months"] = settings.restoration_months
    for name in ("languages", "technical_areas"):
        if getattr(settings, name):
            document[name] = list(getattr(settings, name))
    return document


def _severity_order(name: str) -> tuple[int, str]:
    return (SEVERITIES.index(name) if name in SEVERITIES else len(SEVERITIES), name)


@dataclass(frozen=True, slots=True)
class ProfileReader:
    """Reader of proposed profiles, with a preview."""

    gazette: Gazette

    def read(self, settings: scheme_profile_pb2.SchemeProfileSettings) -> tuple[Profile, str]:
        document = _profile_document(settings)
        profile = validated_profile(document, field="settings")
        self.check_names(profile, "settings")
        return profile, toml_text(document)

    def check_names(self, profile: Profile, field: str) -> None:
        known = self.gazette.card_ids()
        violations = [
            Violation(f"{field}.cards", _message("NO_CARD", found=card, hint=did_you_mean(card, known)), "NOT_FOUND")
            for card in profile.cards
            if card not in known
        ]
        if violations:
            raise InputError(tuple(violations))

    def preview(
        self, request: setup_service_pb2.PreviewSchemeProfileRequest, language: str
    ) -> setup_service_pb2.SchemeProfilePreview:
        parse_organization(request.parent, field="parent")
        profile, content = self.read(request.settings)
        return setup_service_pb2.SchemeProfilePreview(
            content=content,
            example_number=profile.number_for(1, instants.today(profile.time_zone)),
            cards=[self._card(card, profile) for card in profile.cards],
            problems=[in_language(problem, language) for problem in profile_problems(profile, self.gazette)],
        )

    def _card(self, card: str, profile: Profile) -> setup_service_pb2.ProfileCard:
        """Return a profile card with the version in force today; without one, only with the latest titles."""
        version = version_in_force(self.gazette, card, instants.today(profile.time_zone))
        if version is None:
            titles = self.gazette.outlines(card)[-1].card.titles
            return setup_service_pb2.ProfileCard(card=card, titles=titles)
        scorecard = version.scorecard
        return setup_service_pb2.ProfileCard(
            card=card,
            titles=scorecard.card.titles,
            version=version.name.rpartition("/")[2],
            fact_count=len(scorecard.facts),
            results=[setup_service_pb2.ProfileResult(titles=labels) for labels in _results(scorecard)],
            own_readings=[
                setup_service_pb2.OwnReading(
                    reading=f"{card}/{basis.id}",
                    basis=f"{basis.instrument}, {basis.place}",
                    accepted=f"{card}/{basis.id}" in profile.accepted_readings,
                )
                for basis in scorecard.bases
                if basis.certainty is Certainty.OWN_READING
            ],
        )


def _results(scorecard: Scorecard) -> list[Mapping[str, str]]:
    if scorecard.ladder is not None:
        return [grade.labels for grade in scorecard.ladder.grades]
    return [] if scorecard.stages is None else [stage.labels for stage in scorecard.stages.stages]
