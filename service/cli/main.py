"""Entry point of the touchstone command."""

from __future__ import annotations

import atexit
import gc
import os
from importlib import import_module
from typing import TYPE_CHECKING

from rules.contracts import InputError, set_build_cache
from service.base.cache_folder import CacheFolder
from service.cli.api_commands import CALL
from service.cli.typer_front_end import RootGroup
from service.configuration.products import check_commands, product_modules
from service.output.terminal.command_declarations import BilingualText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts import Violation

# Start-up creates some 100,000 permanent objects. Scanning them for garbage would take a tenth of a short command.
gc.set_threshold(200_000, 10, 10)
# Avoid a scan of equal cost at exit. All resources that need closing are closed by their users.
atexit.register(gc.freeze)
# No pydantic plugin is used. Searching for plugins reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
set_build_cache(CacheFolder.of_current_user())

_HELP = BilingualText(
    "Score a subject's evidence against a published scorecard, with the trail that proves the result.",
    "按照已发布的评分卡为主体的证据评分，并附上可证明结果的完整记录。",
)
_EXAMPLES = (
    "dossier template zero-carbon-factory --out factory.xlsx",
    "evaluate zero-carbon-factory examples/worked-factory.yaml --as-of 2026-11-20",
    "evaluation list organizations/example --server 127.0.0.1:50051 --language zh",
)
_HELP_ORDER = (
    "evaluate", "verify", "explain", "simulate", "report", "check", "new", "publish", "serve", "workbench", "mcp",
    "card list", "card show", "card diff", "card calendar", "card export", "card plan", "card repeal",
    "dossier template", "dossier schema",
    "evaluation list", "batch evaluate",
    "draft format", "draft list", "table list", "evidence add", "case open", "case show", "correction find",
    "proof bundle", "data backup",
    "server status",
)  # fmt: skip
_NOUNS = {
    "card": BilingualText(
        "Published scorecards: list, show, compare, export, repeal.",
        "已发布的评分卡：列出、查看、比较、导出、废止。",
    ),
    "dossier": BilingualText(
        "What a subject gives: forms, schemas, what is read from other files.",
        "主体所提交的材料：表格、模式、从其他文件读取。",
    ),
    "evaluation": BilingualText("Stored evaluations: list, rank, export.", "已存储的评价：列出、排名、导出。"),
    "batch": BilingualText(
        "Many subjects at once: evaluate, group, screen, replay.",
        "同时处理许多主体：评价、分组、筛查、重演。",
    ),
    "draft": BilingualText("Scorecards being written: format, save, review, sign.",
        "编写中的评分卡：整理、保存、审查、签署。"),
    "table": BilingualText("Reference tables, the numbers that scorecards look up.", "参照表，即评分卡所查的数值。"),
    "evidence": BilingualText("The files behind evidence, kept by their digests.", "证据所依据的文件，按摘要保存。"),
    "case": BilingualText(
        "Cases: from application to certificate, suspension, complaint and appeal.",
        "认证项目：从申请到证书、暂停、投诉与申诉。",
    ),
    "correction": BilingualText(
        "What rests on something wrong, and leading through its correction.",
        "依据有误的结果，以及更正的全过程。",
    ),
    "proof": BilingualText("Proof bundles, witnesses and the transparency log.", "证明包、见证人和透明日志。"),
    "data": BilingualText("The store: audit, backup, erasure, retention, holds.",
        "存储：审计、备份、删除、保存期限、保留。"),
    "server": BilingualText("A running server: state, keys, events.", "运行中的服务器：状态、密钥、事件。"),
    CALL: BilingualText("Call any method of the API.", "调用 API 的任一方法。"),
}  # fmt: skip
_COMMAND_MODULES = (
    "service.batch.commands",
    "service.cli.card_commands",
    "service.cli.evaluation_commands",
    "service.drafts.commands",
    "service.cli.operating_commands",
    "service.cli.report_commands",
    "service.cli.tables_commands",
    "service.calendar.commands",
    "service.cases.commands",
    "service.erasure.commands",
    "service.events.commands",
    "service.evidence.commands",
    "service.proofs.commands",
    "service.monitoring.commands",
)


def build_command_tree() -> RootGroup:
    """Build the command tree; if a product cannot load, every command is refused."""
    built_in_modules = [*map(import_module, _COMMAND_MODULES)]
    faults: Sequence[Violation] = ()
    try:
        modules = [*built_in_modules, *product_modules("commands")]
        check_commands(modules, dict.fromkeys(("", *_NOUNS), "service.cli.main"))
    except InputError as error:
        modules, faults = built_in_modules, error.violations
    nouns = dict(_NOUNS)
    for module in modules:
        nouns |= getattr(module, "NOUNS", {})
    declared = [command for module in modules for command in module.COMMANDS]
    command_order = {name: position for position, name in enumerate(_HELP_ORDER)}
    nouns_in_order = {noun: position for position, noun in enumerate(("", *nouns))}
    declared.sort(
        key=lambda command: (
            nouns_in_order[command.name.rpartition(" ")[0]],
            command_order.get(command.name, len(command_order)),
        )
    )
    root = RootGroup(_HELP, nouns, _EXAMPLES, faults)
    root.add(declared)
    return root


app = build_command_tree()

if __name__ == "__main__":
    app()
