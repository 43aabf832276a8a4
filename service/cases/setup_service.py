"""SetupService: readiness, certification body, issuing key, profile preview."""

from __future__ import annotations

from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.cases.certification_bodies import CertificationBodies
from service.cases.profile_settings import ProfileReader
from service.cases.readiness import ReadinessReader
from touchstone.v1 import setup_service_pb2

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
