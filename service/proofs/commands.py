"""Command declarations of proofs and the log."""

from __future__ import annotations

from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

_CALLS = "service.proofs.log_handlers"
_SERVER = "--server 127.0.0.1:50051"
_NAME = CommandField("EVALUATION", BilingualText("The name of a stored evaluation.", "已存储评价的名称。"), to="name")
_TRUST = CommandField(
    "--trust FILE",
    BilingualText(
        "The keys of logs, witnesses and authorities that you trust (docs/proof.md).",
        "您信任的日志、见证人和机构的密钥（docs/proof.zh.md）。",
    ),
    kind=Path,
    required=True,
)

COMMANDS = (
    Command(
        "proof bundle",
        "log_service.LogService/GetProofBundle",
        BilingualText(
            "Write one file that proves an evaluation to anybody, without this server and its operator.",
            "写出一个文件，无需本服务器及其运营者即可向任何人证明一项评价。",
        ),
        more=BilingualText(
            "It is checked by `touchstone verify bundle FILE --trust trust.json`, or by "
            "examples/verifier/verify_bundle.py alone.",
            "用 `touchstone verify bundle FILE --trust trust.json` 核验，或仅用 examples/verifier/verify_bundle.py。",
        ),
        fields=(
            _NAME,
            CommandField(
                "-o, --out FILE",
                BilingualText("Where the bundle is written.", "证明包写到何处。"),
                kind=Path,
                required=True,
            ),
            CommandField(
                "--show STEP",
                BilingualText(
                    "Show the conclusion and this step alone, such as facts/scope_1; other steps stay commitments.",
                    "只显示结论和此步骤，例如 facts/scope_1；其余步骤仍为承诺值。",
                ),
                to="shown_step_ids",
                many=True,
            ),
            CommandField(
                "--conclusion-only",
                BilingualText("Show the conclusion alone, with score and grade.", "只显示结论，包括得分和等级。"),
                to="conclusion_only",
                kind=bool,
            ),
        ),
        examples=(
            f"proof bundle organizations/example/evaluations/0198… {_SERVER} -o bundle.json",
            f"proof bundle organizations/example/evaluations/0198… {_SERVER} -o b.json --show facts/scope_1",
        ),
        text=f"{_CALLS}:write_bundle",
    ),
    Command(
        "proof witness",
        f"{_CALLS}:witness",
        BilingualText(
            "Watch a log as a witness: cosign each checkpoint that continues the last, and alarm on a fork.",
            "作为见证人监视日志：对延续前一检查点的予以共签，发现分叉则报警。",
        ),
        more=BilingualText(
            "Run it on a machine of somebody else than the operator of the log. It may be away for any time: what was "
            "added meanwhile has to be proved to continue what it cosigned last.",
            "请在日志运营者以外的人的机器上运行。离开多久都可以：其间新增的内容须证明延续上次共签之处。",
        ),
        fields=(
            CommandField(
                "--name NAME",
                BilingualText(
                    "The name of this witness, such as witness.example.org.", "见证人的名称，例如 witness.example.org。"
                ),
                required=True,
            ),
            CommandField(
                "--key FILE",
                BilingualText(
                    "The key of this witness, Ed25519 in PEM; `draft signing-key` makes one.",
                    "见证人的密钥（PEM 格式的 Ed25519），可用 `draft signing-key` 生成。",
                ),
                kind=Path,
                required=True,
            ),
            _TRUST,
            CommandField(
                "--folder FOLDER",
                BilingualText("Where the witness remembers what it cosigned.", "见证人记录其共签内容之处。"),
                kind=Path,
                required=True,
            ),
            CommandField(
                "--every SECONDS", BilingualText("How often it looks.", "多久查看一次。"), kind=int, default=60, least=1
            ),
            CommandField("--once", BilingualText("Look once, and end.", "查看一次即结束。"), kind=bool),
        ),
        examples=(
            "proof witness --server log.example.org:50051 --name witness.example.net --key w.pem --trust t.json "
            "--folder witness",
        ),
        no_means=BilingualText("the log forked", "日志出现分叉"),
        options=("server",),
        reads_only=False,
    ),
    Command(
        "proof checkpoint",
        "log_service.LogService/GetCheckpoint",
        BilingualText(
            "Show the newest checkpoint as a signed note; keep it, to prove later that nothing was removed.",
            "以签名短笺显示最新检查点；请保存，日后可据以证明没有内容被移除。",
        ),
        fields=(
            CommandField(
                "--stamped",
                BilingualText(
                    "The newest that a time stamping authority stamped.", "由时间戳机构加盖时间戳的最新检查点。"
                ),
                to="time_stamped",
                kind=bool,
            ),
        ),
        examples=(f"proof checkpoint {_SERVER} --out seen.txt",),
        text=f"{_CALLS}:checkpoint_text",
    ),
    Command(
        "proof inclusion",
        f"{_CALLS}:verify_inclusion",
        BilingualText(
            "Show the leaf of an evaluation, and check here that it stands in the log.",
            "显示一项评价的叶子，并在本机检查它是否在日志中。",
        ),
        fields=(_NAME,),
        examples=(f"proof inclusion organizations/example/evaluations/0198… {_SERVER}",),
        no_means=BilingualText("it does not stand there", "不在日志中"),
        options=("server",),
        reads_only=True,
    ),
    Command(
        "proof growth",
        f"{_CALLS}:verify_consistency",
        BilingualText(
            "Check that the log only grew since a checkpoint that you kept: nothing was changed or removed.",
            "检查自您保存的检查点以来日志只增不减：没有内容被改动或移除。",
        ),
        fields=(
            CommandField(
                "--since FILE",
                BilingualText(
                    "A checkpoint that you kept, as `proof checkpoint` shows it.",
                    "您保存的检查点，如 `proof checkpoint` 所示。",
                ),
                kind=Path,
                required=True,
            ),
        ),
        examples=(f"proof growth {_SERVER} --since seen.txt",),
        no_means=BilingualText("it did not only grow", "并非只增不减"),
        options=("server",),
        reads_only=True,
    ),
    Command(
        "proof mirror",
        f"{_CALLS}:mirror_log",
        BilingualText(
            "Write the log as static files that anybody may serve: checkpoint, tiles and entries (C2SP tlog-tiles).",
            "将日志写成任何人都可提供的静态文件：检查点、瓦片和条目（C2SP tlog-tiles）。",
        ),
        fields=(
            CommandField(
                "FOLDER", BilingualText("Where the files are written, or renewed.", "文件写入或更新之处。"), kind=Path
            ),
        ),
        examples=(f"proof mirror mirror {_SERVER}",),
        no_means=BilingualText("the entries are not those of the checkpoint", "条目与检查点不符"),
        options=("server",),
        reads_only=False,
    ),
    Command(
        "proof stamp",
        f"{_CALLS}:stamped",
        BilingualText(
            "Have an authority stamp the newest checkpoint (RFC 3161), check the stamp, and hand it to the server.",
            "请机构为最新检查点加盖时间戳（RFC 3161），检查后交给服务器。",
        ),
        more=BilingualText(
            "A server that can reach an authority itself asks by the setting TOUCHSTONE_TIME_STAMP_URL; this is "
            "for one that "
            "cannot. The trust file names the authority with its certificates, here and at the server.",
            "能自行联系机构的服务器按设定 TOUCHSTONE_TIME_STAMP_URL 请求；本命令用于不能的情形。"
            "信任文件在本机和服务器上都须写明机构及其证书。",
        ),
        fields=(
            CommandField(
                "--authority URL",
                BilingualText(
                    "The time stamping authority (RFC 3161), http or https.", "时间戳机构（RFC 3161），http 或 https。"
                ),
                required=True,
            ),
            _TRUST,
        ),
        examples=(f"proof stamp {_SERVER} --authority http://tsa.example.org/tsr --trust trust.json",),
        no_means=BilingualText("the answer is no stamp that counts", "答复不是有效的时间戳"),
        options=("server",),
        reads_only=False,
    ),
    Command(
        "data audit",
        "service.proofs.audit_handlers:audit_store",
        BilingualText(
            "Check the whole store, also while a server runs: every record, leaf, chain, tile, checkpoint, and the "
            "gazette.",
            "检查整个存储，服务器运行时也可以：每条记录、叶子、链、瓦片、检查点，以及公布库。",
        ),
        more=BilingualText(
            "Every record is compared with its digest, its steps with their commitments, its row with its leaf, and "
            "what stands beside it for lists and searches with what it says; decisions with the log. What the log "
            "noted "
            "and is stored no more is told, unless it was erased. Nothing is recomputed: `verify` does that.",
            "逐一比对记录与摘要、步骤与承诺值、行与叶子、供列表和检索的内容与记录、决定与日志。日志中有而存储中没有的，"
            "除非已被删除，均予指出。不作重新计算，那由 `verify` 进行。",
        ),
        fields=(
            CommandField(
                "--checkpoint FILE",
                BilingualText(
                    "A checkpoint that somebody else kept: the log must reach it, signed as it is.",
                    "他人保存的检查点：日志须按其签名延续到此。",
                ),
                kind=Path,
            ),
            CommandField(
                "--trust FILE",
                BilingualText(
                    "A trust file, by which cosignatures and time stamps are checked; TOUCHSTONE_TRUST otherwise.",
                    "据以检查共签和时间戳的信任文件；否则取自 TOUCHSTONE_TRUST。",
                ),
                kind=Path,
            ),
        ),
        examples=("data audit", "data audit --checkpoint seen.txt --trust trust.json --format json"),
        no_means=BilingualText("something is not whole, which is named", "有内容不完整，已列出"),
        options=("database_url", "gazette", "format", "out"),
        reads_only=False,
    ),
)
