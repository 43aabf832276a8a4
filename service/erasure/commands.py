"""Command declarations of erasure, retention and legal holds."""

from __future__ import annotations

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import ORGANIZATION

_SERVICE = "erasure_service.ErasureService"
_TEXTS = "service.erasure.render_erasures"
_TARGET = CommandField(
    "TARGET",
    BilingualText(
        "The name of an evaluation, or organizations/…/subjects/… for all of a subject.",
        "评价的名称；或 organizations/…/subjects/…，即某主体的全部。",
    ),
    to="target",
)
_REASON = CommandField(
    "--reason TEXT",
    BilingualText(
        "Why; it is noted in the log for ever, so it names nothing of what is erased.",
        "原因；永久记入日志，因此不得提及被删除的内容。",
    ),
    to="reason",
    required=True,
)
_SERVER = "--server 127.0.0.1:50051"

COMMANDS = (
    Command(
        "data erase",
        f"{_SERVICE}/EraseEvaluations",
        BilingualText(
            "Say what would be erased of an evaluation or a subject, and where else it stands; with --for-ever, "
            "erase it.",
            "说明将删除某项评价或某主体的哪些内容、它们还见于何处；加 --for-ever 则予以删除。",
        ),
        more=BilingualText(
            "What is left still proves itself: its digest, its place in the log and every step that stays "
            "(docs/evidence.md). What was erased, by whom, when and why is noted in the log.",
            "留下的内容仍可自证：摘要、在日志中的位置和留存的每一步（docs/evidence.zh.md）。"
            "删除了什么、由谁、何时、为何，均记入日志。",
        ),
        fields=(
            _TARGET,
            _REASON,
            CommandField(
                "--extent",
                BilingualText(
                    "How much: some facts, every item of evidence, all inputs, or the evaluation but for its leaf.",
                    "范围：若干事实、全部证据、全部输入，或除日志叶子外的整项评价。",
                ),
                to="extent",
                kind=("facts", "evidence", "inputs", "evaluation"),
                default="facts",
            ),
            CommandField(
                "--fact FACT",
                BilingualText("With facts: one of them.", "范围为事实时：其中一项。"),
                to="fact_ids",
                many=True,
            ),
            CommandField(
                "--for-ever",
                BilingualText("Erase; without it is only said what would be.", "予以删除；不加则仅说明将删除什么。"),
                kind=bool,
            ),
        ),
        examples=(
            f'data erase organizations/example/evaluations/0198… --fact contact_name --reason "request 17" {_SERVER}',
            f'data erase organizations/example/subjects/plant-7 --extent inputs --reason "ended" --for-ever {_SERVER}',
        ),
        prepare=f"{_TEXTS}:erase_request",
        text=f"{_TEXTS}:erased_text",
    ),
    Command(
        "data retention",
        f"{_SERVICE}/ApplyRetention",
        BilingualText(
            "Say what of an organisation is kept for longer than the server is set to keep it; with --for-ever, "
            "erase it.",
            "说明某机构的哪些内容保存超过服务器设定的期限；加 --for-ever 则予以删除。",
        ),
        more=BilingualText(
            "How long each kind is kept is set by the operator, in TOUCHSTONE_RETENTION_… (docs/evidence.md). What is "
            "under a legal hold is passed over.",
            "各类内容保存多久由运营者以 TOUCHSTONE_RETENTION_… 设定（docs/evidence.zh.md）。受法律保留的内容跳过。",
        ),
        fields=(
            ORGANIZATION,
            CommandField(
                "--for-ever",
                BilingualText("Erase what is due; without it is only said what is.", "删除到期内容；不加则仅予说明。"),
                to="erase",
                kind=bool,
            ),
        ),
        examples=(f"data retention organizations/example {_SERVER}",),
        fold=f"{_TEXTS}:apply_until_done",
        text=f"{_TEXTS}:retention_text",
    ),
)
