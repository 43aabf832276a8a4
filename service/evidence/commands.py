"""Declaration of the command `evidence check`."""

from __future__ import annotations

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

_SERVICE = "evidence_service.EvidenceService"
_TARGET = CommandField(
    "TARGET",
    BilingualText(
        "An organisation, such as organizations/example, or one of its evaluations.",
        "机构，例如 organizations/example，或其某一项评价。",
    ),
)

COMMANDS = (
    Command(
        "evidence check",
        f"{_SERVICE}/CheckEvidenceFiles",
        BilingualText(
            "Compare all files of an organisation with their digests, or say which evidence of an evaluation has its "
            "file.",
            "将某机构的全部文件与其摘要比对，或说明某项评价的哪些证据有相应文件。",
        ),
        fields=(_TARGET,),
        examples=(
            "evidence check organizations/example --server 127.0.0.1:50051",
            "evidence check organizations/example/evaluations/0198… --server 127.0.0.1:50051",
        ),
        prepare="service.evidence.command_handlers:check_files_request",
        fold="service.evidence.command_handlers:all_pages",
        no="service.evidence.command_handlers:has_fault",
        no_means=BilingualText("a file is lacking or is another", "有文件缺失或不符"),
    ),
)
