"""Registry of gRPC services: the module that implements each service.

Each module has `add(parts)`. Entry points find product modules, so products are removable.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from service.configuration.products import product_modules, refuse_duplicates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.api.service_dependencies import ServiceContext

_CORE_MODULES = {
    "touchstone.v1.EvaluationService": "service.api.evaluation_service",
    "touchstone.v1.SelfCheckService": "service.api.self_check_service",
    "touchstone.v1.ScorecardService": "service.drafts.scorecard_service",
    "touchstone.v1.LogService": "service.proofs.log_service",
    "touchstone.v1.CorrectionService": "service.corrections.correction_service",
    "touchstone.v1.CaseService": "service.cases.case_service",
    "touchstone.v1.DossierService": "service.cases.dossier_service",
    "touchstone.v1.RegisterService": "service.cases.register_service",
    "touchstone.v1.RegisterExportService": "service.cases.registers.export_service",
    "touchstone.v1.AccountService": "service.accounts.account_service",
    "touchstone.v1.MailService": "service.mail.mail_service",
    "touchstone.v1.SetupService": "service.cases.setup_service",
    "touchstone.v1.AuditPlanningService": "service.cases.audit_planning_service",
    "touchstone.v1.CalendarService": "service.calendar.calendar_service",
    "touchstone.v1.ErasureService": "service.erasure.erasures",
    "touchstone.v1.EvidenceService": "service.evidence.evidence_service",
    "touchstone.v1.MappingService": "service.mappings.mapping_service",
    "touchstone.v1.ShadowService": "service.shadow.shadow_service",
    "touchstone.v1.FactReuseService": "service.reuse.fact_reuse_service",
    "touchstone.v1.FeedService": "service.feeds.feed_service",
    "touchstone.v1.OutlookService": "service.outlook.outlook_service",
    "touchstone.v1.PlanService": "service.planning.plan_service",
    "touchstone.v1.PullService": "service.pull.pull_service",
}

_SYSTEM_SERVICE = "touchstone.v1.SystemService"
_PRODUCT_MODULES = [(name, module.__name__) for module in product_modules("services") for name in module.NAMES]
refuse_duplicates([*_CORE_MODULES.items(), (_SYSTEM_SERVICE, __name__), *_PRODUCT_MODULES])

MODULES: Mapping[str, str] = _CORE_MODULES | dict(_PRODUCT_MODULES)
SERVICES = (*_CORE_MODULES, _SYSTEM_SERVICE, *dict(_PRODUCT_MODULES))


def add(service: str, parts: ServiceContext) -> None:
    """Add the handlers of a service to `parts`."""
    import_module(MODULES[service]).add(parts)
