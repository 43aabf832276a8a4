"""Command declarations of case documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.cases.commands import CASE, OUT, PERSON, SERVER
from service.output.terminal.command_declarations import BilingualText, Command, CommandField

_SERVICE = "case_dossier_service.DossierService"
_HANDLERS = "service.cases.document_handlers"
_CASE_ARGUMENT = replace(CASE, to="")

COMMANDS = (
    Command(
        "case documents",
        f"{_SERVICE}/ListCaseEvidence",
        BilingualText(
            "List the documents of a case: what rests on each, whether and until when it counts, and what is asked for "
            "and not here.",
            "列出项目的文件：何者依据它、是否计入及计入至何日，以及要求而尚缺的种类。",
        ),
        fields=(
            CASE,
            CommandField(
                "--as-of DATE",
                BilingualText(
                    "The civil day for which it is asked; today if left out.", "所问的日历日；不给出则为今日。"
                ),
                to="as_of_date",
                default="",
            ),
        ),
        examples=(f"case documents organizations/example/cases/works-1 {SERVER}",),
        text=f"{_HANDLERS}:documents_text",
    ),
    Command(
        "case document-add",
        f"{_HANDLERS}:add_document",
        BilingualText(
            "Keep a document for a case; its digest goes along and is compared on arrival.",
            "为项目保存一份文件；摘要一并发送，到达时核对。",
        ),
        more=BilingualText(
            "It counts once a step states its digest as evidence, and facts rest on it (docs/evidence.md).",
            "由某一步骤将其摘要列为证据、并有事实依据它之后，方可计入（docs/evidence.md）。",
        ),
        fields=(
            _CASE_ARGUMENT,
            CommandField("FILE", BilingualText("The document.", "文件。"), kind=Path),
            CommandField(
                "--title TEXT",
                BilingualText(
                    "What people are to call it; the name of the file without its ending if left out.",
                    "供人称呼的标题；不给出则为去掉扩展名的文件名。",
                ),
                default="",
            ),
            replace(PERSON, to=""),
        ),
        examples=(f"case document-add organizations/example/cases/works-1 licence.pdf {SERVER}",),
        options=("server", "format"),
        text=f"{_HANDLERS}:added_text",
        reads_only=False,
    ),
    Command(
        "case document-get",
        f"{_SERVICE}/GetCaseFile",
        BilingualText(
            "Get a document of a case, and compare it with its digest before it is put in its place.",
            "取回项目的一份文件，与其摘要比对无误后才放到指定位置。",
        ),
        fields=(
            _CASE_ARGUMENT,
            CommandField(
                "DIGEST",
                BilingualText("Its SHA-256 digest, as the list tells it.", "列表所示的 SHA-256 摘要。"),
                to="name",
                read=f"{_HANDLERS}:document_name",
            ),
            OUT,
        ),
        examples=(f"case document-get organizations/example/cases/works-1 3b7f… --out licence.pdf {SERVER}",),
        fold=f"{_HANDLERS}:download_document",
        text=f"{_HANDLERS}:downloaded_text",
        seconds=3_600,
    ),
)
