"""Registration of the CBAM gRPC service, with worker processes that can be cancelled."""

from service.api.service_dependencies import ServiceContext, answer_by_workers

NAMES = ("touchstone.v1.CbamService",)


def add(parts: ServiceContext) -> None:
    """Declare goods, in processes that can be ended."""
    program = "service.schemes.cbam.declaring_process"
    answer_by_workers(parts, *NAMES, program, parts.limiters.trying, max_processes=2, seconds=300, max_idle=1)
