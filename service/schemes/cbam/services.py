"""Registration of the gRPC services for goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.api.service_dependencies import answer_by_workers
from service.base.worker_specs import WorkerSpec

if TYPE_CHECKING:
    from service.api.service_dependencies import ServiceContext

NAMES = ("touchstone.v1.CbamService", "touchstone.v1.GoodsLedgerService", "touchstone.v1.SupplierService")
_PROGRAM, _PROCESSES, _TIME_LIMIT_SECONDS = "service.schemes.cbam.declaring_process", 2, 300


def add(parts: ServiceContext) -> None:
    """Register the services; ledgers and suppliers need a store."""
    answer_by_workers(
        parts,
        NAMES[0],
        _PROGRAM,
        parts.limiters.trying,
        max_processes=_PROCESSES,
        seconds=_TIME_LIMIT_SECONDS,
        max_idle=1,
    )
    from touchstone.v1 import goods_ledger_service_pb2  # noqa: PLC0415 -- every command imports this module

    services = goods_ledger_service_pb2.DESCRIPTOR.services_by_name
    if parts.store is None:
        for service in services.values():
            parts.answer(service)
        return
    from service.schemes.cbam.goods_ledgers import LedgerMethods  # noqa: PLC0415 -- needed only with a store
    from service.schemes.cbam.ledger_store import GoodsLedgers  # noqa: PLC0415 -- needed only with a store
    from service.schemes.cbam.supplier_requests import RequestMethods, SupplierMethods  # noqa: PLC0415 -- needed only with a store

    folder = (str(parts.gazette.folder),)
    # All processes stay warm, because they cache prices of similar lines.
    spec = WorkerSpec(_PROGRAM, folder, max_processes=_PROCESSES, seconds=_TIME_LIMIT_SECONDS, max_idle=_PROCESSES)
    worker = parts.processes(spec)
    ledgers = LedgerMethods(parts, GoodsLedgers(parts.store.transactions), worker)
    requests = RequestMethods(parts, ledgers)
    parts.answer(services["GoodsLedgerService"], ledgers.reading_methods(), ledgers, requests.methods(), requests)
    parts.answer(services["SupplierService"], SupplierMethods(parts, ledgers))
