"""Command declarations of drafts on a server, and of signed review, publication and repeal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.declared import BilingualText, Command, CommandField
from service.output.terminal.fields import KEY, ORGANIZATION, PAGE_SIZE, PAGE_TOKEN, PLACE

_SERVICE = "scorecard_service.ScorecardService"
_SECONDS = 600
_NAME = "organizations/example/drafts/factory-2"
_SERVER = "--server 127.0.0.1:50051"
_SIGNED = ("server", "gazette", "format")
_DRAFT = CommandField("DRAFT", BilingualText(f"The draft, such as {_NAME}.", f"草案，例如 {_NAME}。"), to="name")
_PARENT = replace(_DRAFT, to="parent")
_OF = replace(_DRAFT, to="")
_REVISION = CommandField(
    "REVISION",
    BilingualText("The number of a revision, from 1.", "修订号，从 1 开始。"),
    to="name",
    read="service.cli.drafts:revision_name",
    kind=int,
    least=1,
)
_ANY_REVISION = CommandField(
    "--revision NUMBER", BilingualText("The newest if left out.", "不给出则为最新修订。"), kind=int, least=1
)
_PERSON = CommandField(
    "--person ID",
    BilingualText(
        "Of a draft on a server: who you are in its trust file; if left out, as TOUCHSTONE_TRUST here says.",
        "对服务器上的草案：您在其信任文件中的身份；不给出则按本地 TOUCHSTONE_TRUST。",
    ),
    default="",
    variable="TOUCHSTONE_PERSON",
)
_REASON = CommandField(
    "--reason TEXT",
    BilingualText("Why, in a sentence that is kept for ever.", "理由，一句话，永久保存。"),
    default="",
)

COMMANDS = (
    Command(
        "draft save",
        f"{_SERVICE}/SaveDraftRevision",
        BilingualText(
            "Save all feature files of a folder as a new revision, with the vocabularies that they take from.",
            "将文件夹中的全部草案文件连同所用词汇表保存为新修订。",
        ),
        more=BilingualText(
            "They need not compile yet; the first errors are told. With --base it is refused if somebody else saved "
            "meanwhile.",
            "文件不必已能通过编译，会指出最先的错误。给出 --base 时，若其间他人保存过，则予以拒绝。",
        ),
        fields=(
            _DRAFT,
            CommandField(
                "FOLDER",
                BilingualText("The folder whose feature files are saved.", "要保存其草案文件的文件夹。"),
                kind=Path,
            ),
            CommandField(
                "--base NUMBER",
                BilingualText(
                    "The revision that you changed; 0 for a new draft. The newest if left out.",
                    "您所修改的修订；新草案为 0。不给出则为最新修订。",
                ),
                kind=int,
                least=0,
            ),
            CommandField(
                "--note TEXT",
                BilingualText("What changed, in a sentence.", "改了什么，一句话。"),
                to="note",
                default="",
            ),
        ),
        examples=(
            f"draft save {_NAME} features/zero-carbon-factory {_SERVER}",
            f"draft save {_NAME} desk --base 3 {_SERVER}",
        ),
        prepare="service.cli.drafts:save_request",
        text="service.cli.drafts:revision_text",
        no="service.cli.drafts:has_problems",
        no_means=BilingualText("saved, and it does not compile", "已保存，但不能通过编译"),
        seconds=_SECONDS,
    ),
    Command(
        "draft list",
        f"{_SERVICE}/ListDrafts",
        BilingualText("List the drafts of an organisation on a server, by name.", "按名称列出某机构在服务器上的草案。"),
        fields=(ORGANIZATION, PAGE_SIZE, PAGE_TOKEN),
        examples=(f"draft list organizations/example {_SERVER}",),
        text="service.cli.drafts:list_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft show",
        "service.cli.review:show",
        BilingualText(
            "Show where a draft stands: its state, who wrote and approved it, what does not count, and what is next.",
            "显示草案所处状态：由谁编写和批准，哪些不计，下一步是什么。",
        ),
        more=BilingualText(
            "A draft in a folder that was not submitted is checked as for that; TOUCHSTONE_TRUST names the file that "
            "says who may do what by which keys (docs/publication.md).",
            "文件夹中尚未提交的草案，按提交的要求检查；TOUCHSTONE_TRUST 指明谁可凭哪些密钥做什么的文件"
            "（docs/publication.zh.md）。",
        ),
        fields=(PLACE,),
        examples=("draft show features/zero-carbon-factory", f"draft show {_NAME} {_SERVER}"),
        options=_SIGNED,
    ),
    Command(
        "draft revisions",
        f"{_SERVICE}/ListDraftRevisions",
        BilingualText("List the revisions of a draft, the newest first.", "列出草案的各修订，最新的在前。"),
        fields=(_PARENT, PAGE_SIZE, PAGE_TOKEN),
        examples=(f"draft revisions {_NAME} {_SERVER}",),
        text="service.cli.drafts:revisions_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft get",
        f"{_SERVICE}/GetDraftRevision",
        BilingualText(
            "Get the files of a revision, into a folder or on the terminal.",
            "取得某修订的文件，写入文件夹或显示在终端。",
        ),
        fields=(
            _OF,
            _ANY_REVISION,
            CommandField("--out FOLDER", BilingualText("Write the files there.", "将文件写到此处。"), kind=Path),
        ),
        examples=(f"draft get {_NAME} --out desk {_SERVER}",),
        prepare="service.cli.drafts:get_revision_request",
        fold="service.cli.drafts:write_revision_files",
        text="service.cli.drafts:files_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft compare",
        f"{_SERVICE}/CompareDraftRevisions",
        BilingualText(
            "Say what differs between two revisions, line by line, and in meaning if both compile.",
            "说明两个修订有何不同：逐行比较，两者都能通过编译时还比较含义。",
        ),
        fields=(_OF, replace(_REVISION, to="base_name", name="before"), replace(_REVISION, name="after")),
        examples=(f"draft compare {_NAME} 1 3 {_SERVER}",),
        prepare="service.cli.drafts:compare_request",
        text="service.cli.drafts:revision_comparison_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft restore",
        f"{_SERVICE}/RestoreDraftRevision",
        BilingualText(
            "Save the files of an earlier revision again, as the newest; nothing is lost.",
            "将较早修订的文件重新保存为最新修订，不会丢失任何内容。",
        ),
        fields=(_OF, _REVISION),
        examples=(f"draft restore {_NAME} 1 {_SERVER}",),
        prepare="service.cli.drafts:restore_request",
        text="service.cli.drafts:revision_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft comment",
        f"{_SERVICE}/CreateDraftComment",
        BilingualText("Remark on one line of a draft.", "对草案的某一行提出意见。"),
        fields=(
            _OF,
            CommandField(
                "FILE:LINE", BilingualText("Such as card.zh.feature:12.", "例如 card.zh.feature:12。"), name="place"
            ),
            CommandField("TEXT", BilingualText("What you remark.", "您的意见。"), to="text"),
            _ANY_REVISION,
        ),
        examples=(f"draft comment {_NAME} card.zh.feature:12 '80 % 的依据？' {_SERVER}",),
        prepare="service.cli.drafts:comment_request",
        text="service.cli.drafts:comment_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft comments",
        f"{_SERVICE}/ListDraftComments",
        BilingualText("List the open comments on a draft, the oldest first.", "列出草案上未解决的意见，最早的在前。"),
        fields=(
            _PARENT,
            CommandField(
                "--all",
                BilingualText("Also those that are resolved.", "也列出已解决的意见。"),
                to="open_only",
                read="service.cli.drafts:open_only",
                kind=bool,
            ),
            PAGE_SIZE,
            PAGE_TOKEN,
        ),
        examples=(f"draft comments {_NAME} --all {_SERVER}",),
        text="service.cli.drafts:comments_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft resolve",
        f"{_SERVICE}/ResolveDraftComment",
        BilingualText("Mark a comment as resolved, or open it again.", "将意见标为已解决，或重新打开。"),
        fields=(
            _OF,
            CommandField(
                "COMMENT",
                BilingualText("The number of a comment.", "意见的编号。"),
                to="name",
                read="service.cli.drafts:comment_name",
                kind=int,
                least=1,
            ),
            CommandField("--reopen", BilingualText("Open it again instead.", "改为重新打开。"), to="reopen", kind=bool),
        ),
        examples=(f"draft resolve {_NAME} 1 {_SERVER}",),
        text="service.cli.drafts:comment_text",
        seconds=_SECONDS,
    ),
    Command(
        "draft signing-key",
        "service.cli.review:make_key",
        BilingualText(
            "Make a signing key (Ed25519) in a file for you alone, and show its public half for the trust file.",
            "制作签名密钥（Ed25519），存入仅您可读的文件，并显示其公开部分，供写入信任文件。",
        ),
        fields=(
            CommandField(
                "FILE",
                BilingualText("The new file of the key; it must not be there yet.", "密钥的新文件，须尚不存在。"),
                kind=Path,
            ),
        ),
        examples=("draft signing-key li.wei.pem",),
        options=("format",),
    ),
    Command(
        "draft submit",
        "service.cli.review:submit",
        BilingualText(
            "Submit a draft for review: it is checked as for publication, and you sign its exact bytes as an author.",
            "提交草案以供审查：按发布的要求检查，您以作者身份对其确切字节签名。",
        ),
        more=BilingualText(
            "Of a folder the statement is kept under review/ beside the draft, and any change of the draft voids "
            "it. On "
            "a server the newest revision is checked there, and signed as it compiles here.",
            "对文件夹，声明保存在草案旁的 review/ 中，草案有任何改动即告失效。对服务器上的草案，最新修订在服务器上"
            "检查，按其在本地编译的结果签名。",
        ),
        fields=(
            PLACE,
            KEY,
            _PERSON,
            CommandField(
                "--author ID",
                BilingualText("Who else wrote it, by the trust file.", "其他编写者，按信任文件中的身份。"),
                many=True,
            ),
            CommandField(
                "--report NAME=FILE",
                BilingualText(
                    "What the reviewers are to read, such as its impact.", "审查人须阅读的内容，例如影响分析。"
                ),
                many=True,
            ),
        ),
        examples=(
            "draft submit features/zero-carbon-factory --key li.wei.pem",
            "draft submit features/zero-carbon-factory --key li.wei.pem --report impact=impact.json",
            f"draft submit {_NAME} --key li.wei.pem --person li.wei {_SERVER}",
        ),
        options=_SIGNED,
    ),
    Command(
        "draft approve",
        "service.cli.review:approve",
        BilingualText(
            "Approve a submitted draft: you sign its exact bytes, and the submission with the reports that you read.",
            "批准已提交的草案：您对其确切字节、提交及您所阅读的报告签名。",
        ),
        more=BilingualText(
            "Whoever wrote it cannot approve it, under whatever key, nor who saved a revision of it on the server.",
            "编写者不论使用何种密钥都不能批准，在服务器上保存过其修订的人也不能批准。",
        ),
        fields=(PLACE, KEY, _PERSON, _REASON),
        examples=(
            "draft approve features/zero-carbon-factory --key anna.pem --reason 'agrees with Notice 7/2026'",
            f"draft approve {_NAME} --key anna.pem --person anna --reason 'agrees with Notice 7/2026' {_SERVER}",
        ),
        options=("server", "format"),
    ),
    Command(
        "draft reject",
        "service.cli.review:reject",
        BilingualText(
            "Reject a submitted draft with the reason; it is a draft again, and approvals that it had are void.",
            "驳回已提交的草案并说明理由；它重新成为草案，已有的批准失效。",
        ),
        fields=(PLACE, KEY, _PERSON, _REASON),
        examples=(
            "draft reject features/zero-carbon-factory --key anna.pem --reason 'row 3 lacks its source'",
            f"draft reject {_NAME} --key anna.pem --person anna --reason 'row 3 lacks its source' {_SERVER}",
        ),
        options=("server", "format"),
    ),
    Command(
        "publish",
        "service.cli.review:publish",
        BilingualText(
            "Publish a draft for ever: one canonical file with its digest and publish time beside it.",
            "永久发布一份草案：一个规范文件，旁附其摘要和发布时间。",
        ),
        more=BilingualText(
            "Refused unless there is no error, every example passes on both evaluators, every edge has an example, and "
            "every proposed example is confirmed. Publishing what says the same again changes nothing; what says "
            "anything else needs another version number. Where TOUCHSTONE_TRUST names a trust file, also refused "
            "unless "
            "it is approved (touchstone draft), and you sign it; what is on a server goes into the gazette that it "
            "serves. An entry in the gazette's CHANGELOG.md is begun from what differs from the version before, "
            "and from "
            "the reports given, which have to be on these very bytes; a person completes it.",
            "没有错误、每个示例在两个求值器上都通过、每个边界都有示例、每个建议的示例均已确认，方可发布。再次发布内容"
            "相同的版本不会有任何改变；内容不同则须用另一版本号。TOUCHSTONE_TRUST 指明信任文件时，还须已获批准"
            "（touchstone draft）并由您签名；服务器上的草案发布到该服务器的公布库。公布库的 CHANGELOG.md 中会根据与前"
            "一版本的不同以及所给报告（须针对这些确切字节）起草一条记录，由人补充完整。",
        ),
        fields=(
            PLACE,
            KEY,
            _PERSON,
            CommandField(
                "--mutation FILE",
                BilingualText(
                    "What `draft mutate --format json` says of this draft.",
                    "`draft mutate --format json` 对此草案的说明。",
                ),
                kind=Path,
            ),
            CommandField(
                "--impact FILE",
                BilingualText(
                    "The impact.json that `draft impact` wrote of this draft.",
                    "`draft impact` 为此草案写的 impact.json。",
                ),
                kind=Path,
            ),
        ),
        examples=(
            "publish features/zero-carbon-factory --key anna.pem",
            "publish features/zero-carbon-factory --mutation mutation.json --impact impact/impact.json",
            f"publish {_NAME} --key anna.pem --person anna {_SERVER}",
        ),
        options=_SIGNED,
    ),
    Command(
        "card repeal",
        "service.cli.review:repeal",
        BilingualText(
            "Repeal a published version from a day on; its file stays, and so does what was evaluated under it.",
            "自某日起废止已发布的版本；其文件保留，依其所作的评价也保留。",
        ),
        more=BilingualText(
            "Where a trust file is configured as many approvers have to sign as for an approval, each by this command. "
            "What the version superseded does not come back.",
            "已设置信任文件时，须由与批准同样人数的批准人各以此命令签名。该版本所取代的版本不会恢复。",
        ),
        fields=(
            CommandField(
                "CARD@VERSION|DRAFT",
                BilingualText(
                    f"A published version, or the draft on a server that it was published from, such as {_NAME}.",
                    f"已发布的版本，或其在服务器上的草案，例如 {_NAME}。",
                ),
                name="place",
            ),
            CommandField(
                "--from DATE",
                BilingualText("The first day on which it governs no more.", "不再适用的第一天。"),
                name="first",
                required=True,
            ),
            _REASON,
            KEY,
            _PERSON,
        ),
        examples=(
            "card repeal zero-carbon-factory@1.0.0 --from 2027-01-01 --reason 'it was withdrawn' --key anna.pem",
            f"card repeal {_NAME} --from 2027-01-01 --reason 'Notice 9/2026' --key anna.pem --person anna {_SERVER}",
        ),
        options=_SIGNED,
    ),
    Command(
        "card unsigned",
        "service.cli.review:list_unsigned_versions",
        BilingualText(
            "Print the array `unsigned` of a trust file: the digests of all versions that stand without signatures.",
            "打印信任文件的数组 `unsigned`：所有没有签名的版本的摘要。",
        ),
        more=BilingualText(
            "What a trust file lists there is trusted as it is, so read the versions first; --format json names them.",
            "信任文件所列的内容将不经签名即受信任，因此请先阅读这些版本；--format json 会给出其名称。",
        ),
        examples=("card unsigned", "card unsigned --gazette private/example", "card unsigned --format json"),
        options=("gazette", "format"),
    ),
)
