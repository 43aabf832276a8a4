"""Registry of gRPC services: the module that implements each, including those of the schemes.

Each module has `add(parts)`; `service/api/parts.py` defines the parts. Those of the schemes are discovered by name,
so that a scheme can be removed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from service.configuration.products import product_modules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.api.parts import ServiceContext

_HERE = {
    "touchstone.v1.EvaluationService": "service.api.evaluation_service",
    "touchstone.v1.ScorecardService": "service.api.scorecard_service",
    "touchstone.v1.LogService": "service.proofs.log_service",
    "touchstone.v1.CorrectionService": "service.corrections.correction_service",
    "touchstone.v1.CaseService": "service.cases.case_service",
    "touchstone.v1.DossierService": "service.cases.dossier_service",
    "touchstone.v1.RegisterService": "service.cases.register_service",
    "touchstone.v1.CalendarService": "service.calendar.calendar_service",
    "touchstone.v1.ErasureService": "service.erasure.erasure_service",
    "touchstone.v1.EvidenceService": "service.evidence.evidence_service",
}

_OF_SCHEMES = {name: module.__name__ for module in product_modules("services") for name in module.NAMES}

SERVICES = (*_HERE, "touchstone.v1.SystemService", *_OF_SCHEMES)
"""The names of all; that which tells of a server is added by the server."""
MODULES: Mapping[str, str] = _HERE | _OF_SCHEMES


def add(service: str, parts: ServiceContext) -> None:
    """Let a service be answered by these parts; raises what its module says."""
    import_module(MODULES[service]).add(parts)
