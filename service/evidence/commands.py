"""Command declarations of evidence files: `evidence add`, `get`, `list` and `check`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION, PAGE_SIZE, PAGE_TOKEN

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
        "evidence add",
        "service.evidence.command_handlers:add_file",
        BilingualText(
            "Keep a file on the server, if evidence states its digest; another file is refused, and both digests are "
            "named.",
            "若有证据注明某文件的摘要，则在服务器上保存该文件；其他文件予以拒绝，并列出两个摘要。",
        ),
        more=BilingualText(
            "What the server takes, how large and of which types, is set by its operator (docs/evidence.md). "
            "Evaluating and verifying need no file.",
            "服务器接受多大、何种类型的文件，由运营者设定（docs/evidence.md）。评价和核验都不需要文件。",
        ),
        fields=(
            _TARGET,
            CommandField(
                "FILE",
                BilingualText(
                    "The file that evidence states by its SHA-256 digest.", "证据以 SHA-256 摘要注明的文件。"
                ),
                kind=Path,
            ),
            CommandField(
                "--evidence ID",
                BilingualText(
                    "With an evaluation: the evidence that must state it.", "给出评价时：须注明该文件的证据。"
                ),
                default="",
            ),
        ),
        examples=(
            "evidence add organizations/example invoice.pdf --server 127.0.0.1:50051",
            "evidence add organizations/example/evaluations/0198… invoice.pdf --evidence invoice-1 "
            "--server 127.0.0.1:50051",
        ),
        options=("server", "format"),
        text="service.evidence.command_handlers:added_text",
        reads_only=False,
    ),
    Command(
        "evidence get",
        f"{_SERVICE}/GetEvidenceFile",
        BilingualText(
            "Get a file that is kept, and compare it with its digest before it is put in its place.",
            "取回已保存的文件，与其摘要比对无误后才放到指定位置。",
        ),
        fields=(
            replace(ORGANIZATION, to=""),
            CommandField(
                "DIGEST",
                BilingualText("Its SHA-256 digest, as evidence states it.", "证据所注明的 SHA-256 摘要。"),
                to="name",
                read="service.evidence.command_handlers:file_name",
            ),
            CommandField(
                "--out FILE",
                BilingualText("Write to this file, in place of one there.", "写入此文件，替换原有文件。"),
                kind=Path,
                required=True,
            ),
        ),
        examples=("evidence get organizations/example 3b7f… --out invoice.pdf --server 127.0.0.1:50051",),
        fold="service.evidence.command_handlers:download_file",
        text="service.evidence.command_handlers:downloaded_text",
        seconds=3_600,
    ),
    Command(
        "evidence list",
        f"{_SERVICE}/ListEvidenceFiles",
        BilingualText("List the files that an organisation keeps, by digest.", "按摘要列出某机构保存的文件。"),
        fields=(ORGANIZATION, PAGE_SIZE, PAGE_TOKEN),
        examples=("evidence list organizations/example --server 127.0.0.1:50051",),
        text="service.evidence.command_handlers:evidence_files_text",
    ),
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
        text="service.evidence.command_handlers:checked_text",
        no="service.evidence.command_handlers:has_fault",
        no_means=BilingualText("a file is lacking or is another", "有文件缺失或不符"),
    ),
)
