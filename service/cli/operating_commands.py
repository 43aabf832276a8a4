"""Command declarations of server operation, stores and accounts."""

from __future__ import annotations

from pathlib import Path

from service.identity.principals import Role
from service.output.terminal.command_declarations import BilingualText, Command, CommandField

_STORE = ("database_url", "gazette", "format", "out")
_ROLES = tuple(role.value for role in Role)
_KEY = CommandField(
    "KEY", BilingualText("The id of a key, as `server keys` shows it.", "密钥的编号，见 `server keys`。")
)
_SECRET = CommandField(
    "--out FILE",
    BilingualText("Write the key to this new file, for its owner alone.", "将密钥写入此新文件，仅其所有者可读。"),
    kind=Path,
)
_EXPIRES = CommandField(
    "--expires DATE",
    BilingualText(
        "The last day on which it holds (UTC); a year if left out.", "有效期的最后一日（UTC）；不给出则为一年。"
    ),
)

_ROLE = CommandField(
    "--role", BilingualText("What it may be used for.", "其用途。"), kind=_ROLES, required=True, many=True
)
_ACCOUNT = CommandField("NAME", BilingualText("The name of the account, such as ada.", "账户名，例如 ada。"))

COMMANDS = (
    Command(
        "serve",
        "service.cli.serve:serve",
        BilingualText("Serve gRPC, and if asked HTTP.", "提供 gRPC 服务，需要时也提供 HTTP。"),
        more=BilingualText(
            "Every setting is a variable TOUCHSTONE_…, told in docs/settings.md; options go before them, and a "
            "variable "
            "of this kind that is no setting is refused. Beyond this machine a server listens only with encryption and "
            "identity. Once calls are accepted, each address is written to standard output; the log goes to standard "
            "error, or to TOUCHSTONE_LOG_FILE, which SIGHUP opens anew. SIGTERM or Ctrl-C ends it.",
            "各项设定均为环境变量 TOUCHSTONE_…，见 docs/settings.md；选项优先于变量，不属于设定的同类变量会"
            "被拒绝。"
            "只有启用加密和身份识别，服务器才在本机之外监听。开始接受调用后，各地址写到标准输出；日志写到标准错误，"
            "或写入 "
            "TOUCHSTONE_LOG_FILE，SIGHUP 使其重新打开。SIGTERM 或 Ctrl-C 结束服务。",
        ),
        fields=(
            CommandField(
                "--address HOST:PORT",
                BilingualText("Listen here; port 0 takes a free one.", "在此监听；端口 0 表示取一个空闲端口。"),
            ),
            CommandField(
                "--http HOST:PORT", BilingualText("Take JSON over HTTP here as well.", "同时在此接受 HTTP 上的 JSON。")
            ),
        ),
        examples=(
            "serve",
            "serve --http 127.0.0.1:8080",
            "serve --address 127.0.0.1:0 --database-url sqlite:///var/trial.sqlite3",
        ),
        options=("database_url", "gazette"),
        reads_only=False,
    ),
    Command(
        "mcp",
        "service.cli.serve:serve_assistant",
        BilingualText(
            "Let an assistant evaluate, explain and verify, by the Model Context Protocol over standard input and "
            "output.",
            "让助手通过标准输入输出上的 Model Context Protocol 进行评价、解释和核验。",
        ),
        more=BilingualText(
            "Its tools are the commands that change nothing. They read files of one folder alone, store nothing and "
            "decide nothing; each answer bears the digest of what it is about. It needs the extra `assistant`.",
            "其工具是不作任何改动的命令：只读取一个文件夹中的文件，不存储，不作决定；每个答复都带有所涉内容的摘要。"
            "需要附加组件 `assistant`。",
        ),
        fields=(
            CommandField(
                "--folder FOLDER",
                BilingualText(
                    "The folder whose files may be read; that of now if left out.",
                    "可读取的文件夹；不给出则为当前文件夹。",
                ),
                kind=Path,
            ),
        ),
        examples=("mcp --folder dossiers", "mcp --folder dossiers --server 127.0.0.1:50051"),
        options=("server", "gazette"),
        reads_only=False,
    ),
    Command(
        "data rebuild",
        "service.cli.store_maintenance:rebuild",
        BilingualText(
            "Write the tables for searches, rankings and lists again, from the stored records.",
            "根据已存储的记录，重写供检索、排名和列表使用的表。",
        ),
        more=BilingualText(
            "Nothing is lost with these tables, and the server adds to them by itself. Stop the server of a "
            "SQLite file "
            "first. The own cards of organisations are found where TOUCHSTONE_PRIVATE_GAZETTES says.",
            "这些表丢失不会丢失任何内容，服务器会自行补充。使用 SQLite 文件时请先停止服务器。各机构自己的评分卡按 "
            "TOUCHSTONE_PRIVATE_GAZETTES 查找。",
        ),
        examples=("data rebuild", "data rebuild --database-url sqlite:///var/trial.sqlite3 --format json"),
        options=_STORE,
        reads_only=False,
    ),
    Command(
        "data backup",
        "service.cli.store_maintenance:backup",
        BilingualText(
            "Back the store up into a folder while servers write to it, and check every record of the copy.",
            "在服务器继续写入时将存储备份到文件夹，并检查副本中的每条记录。",
        ),
        more=BilingualText(
            "The folder gets the database in one file and a manifest of digests. It holds the keys of records and the "
            "facts of subjects. Of the gazette the digests are kept, by which a restore tells whether it is the same.",
            "文件夹中有数据库（一个文件）和摘要清单，其中包含记录的密钥和主体的事实。公布库只留摘要，恢复时据以判"
            "断是否相同。",
        ),
        fields=(
            CommandField(
                "FOLDER", BilingualText("A new folder, to be kept secret.", "新文件夹，须予保密。"), kind=Path
            ),
        ),
        examples=(
            "data backup backups/2026-11-21",
            "data backup backups/today --database-url postgresql://touchstone@db/touchstone",
        ),
        options=_STORE,
        no_means=BilingualText("backed up, and records are damaged, which are named", "已备份，但有记录损坏，均已列出"),
        reads_only=False,
    ),
    Command(
        "data restore",
        "service.cli.store_maintenance:restore",
        BilingualText(
            "Make a store from a backup, where there is none yet, and check every record of it.",
            "在尚无存储之处由备份建立存储，并检查每条记录。",
        ),
        more=BilingualText(
            "The next start of a server migrates it if its schema is older than the software.",
            "若其模式旧于软件，服务器下次启动时予以迁移。",
        ),
        fields=(CommandField("FOLDER", BilingualText("The backup.", "备份。"), kind=Path),),
        examples=("data restore backups/2026-11-21 --database-url sqlite:///var/restored.sqlite3",),
        options=_STORE,
        no_means=BilingualText(
            "restored, and records were damaged, or the gazette lacks versions or tables, which are named",
            "已恢复，但有记录损坏，或公布库缺少版本或表，均已列出",
        ),
        reads_only=False,
    ),
    Command(
        "server key-create",
        "service.cli.keys:create",
        BilingualText(
            "Make an API key and show it, once: the store keeps a digest alone.",
            "创建 API 密钥并显示一次：存储中只留摘要。",
        ),
        more=BilingualText(
            "It works on the store itself, also while a server runs on it. Only regulators and operators need no "
            "organisation.",
            "直接在存储上进行，服务器运行时也可以。只有监管机构和运营者不需要机构。",
        ),
        fields=(
            _ROLE,
            CommandField(
                "--organization NAME",
                BilingualText(
                    "Whose key it is, such as organizations/example.", "密钥属于谁，例如 organizations/example。"
                ),
                default="",
            ),
            _EXPIRES,
            CommandField(
                "--note TEXT",
                BilingualText("For whom or what it is, shown in lists.", "用于何人或何事，列表中显示。"),
                default="",
            ),
            _SECRET,
        ),
        examples=(
            "server key-create --organization organizations/example --role integrator --note 'ERP, test'",
            "server key-create --role regulator --expires 2027-06-30 --out regulator.key",
        ),
        options=("database_url", "format"),
        reads_only=False,
    ),
    Command(
        "server keys",
        "service.cli.keys:list_keys",
        BilingualText(
            "List the API keys: what for, until when they hold, and the hour of their last use.",
            "列出 API 密钥：用途、有效期和最近使用的时间。",
        ),
        examples=("server keys", "server keys --format json"),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "server key-rotate",
        "service.cli.keys:rotate",
        BilingualText(
            "Make a key of the same organisation and roles in place of another, which ends after an overlap.",
            "创建机构和角色相同的密钥以替换另一密钥，后者在重叠期后失效。",
        ),
        fields=(
            _KEY,
            CommandField(
                "--overlap-hours COUNT",
                BilingualText("How long the old key still holds.", "旧密钥仍有效多久。"),
                kind=int,
                default=24,
                least=0,
                most=24 * 90,
            ),
            _EXPIRES,
            _SECRET,
        ),
        examples=("server key-rotate 3f0c9a5be1d24c77 --overlap-hours 2",),
        options=("database_url", "format"),
        reads_only=False,
    ),
    Command(
        "server key-revoke",
        "service.cli.keys:revoke",
        BilingualText("End a key for good; servers notice within five seconds.", "永久终止密钥；服务器五秒内即知。"),
        fields=(_KEY,),
        examples=("server key-revoke 3f0c9a5be1d24c77",),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "server account-create",
        "service.cli.accounts:create",
        BilingualText(
            "Make a local account for the workbench and show its password, once.",
            "为工作台创建本地账户，并显示一次密码。",
        ),
        more=BilingualText(
            "The password is random, and a hash of it is kept. Give the account to a person by `case person --account "
            "account/NAME`; it works on the store itself, also while a server runs on it.",
            "密码随机生成，只保存其散列值。用 `case person --account account/NAME` 将账户归于某一人员；直接在存储上"
            "进行，服务器运行时也可以。",
        ),
        fields=(
            _ACCOUNT,
            _ROLE,
            CommandField(
                "--organization NAME",
                BilingualText(
                    "Whose account it is, such as organizations/example.", "账户属于谁，例如 organizations/example。"
                ),
                required=True,
            ),
        ),
        examples=("server account-create ada --organization organizations/example --role assessor",),
        options=("database_url", "format"),
        reads_only=False,
    ),
    Command(
        "server accounts",
        "service.cli.accounts:list_accounts",
        BilingualText("List the local accounts of the workbench.", "列出工作台的本地账户。"),
        examples=("server accounts",),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "server account-password",
        "service.cli.accounts:reset_password",
        BilingualText(
            "Give somebody who lost their password another first one, and show it, once.",
            "为忘记密码者另给首次密码，并显示一次。",
        ),
        more=BilingualText(
            "All sessions of the account end. The password opens nothing but the page where another is chosen; send it "
            "only to whom the account belongs.",
            "账户的全部会话随即结束。该密码只能用于打开选择新密码的页面；只可送达账户所属之人。",
        ),
        fields=(_ACCOUNT,),
        examples=("server account-password ada",),
        options=("database_url", "format"),
        reads_only=False,
    ),
    Command(
        "server account-end",
        "service.cli.accounts:close_account",
        BilingualText("End a local account and all its sessions, at once.", "立即停用本地账户及其全部会话。"),
        more=BilingualText(
            "Of token/ and a subject it ends the sessions that somebody began by a provider; whether they come in "
            "again the provider says.",
            "给出 token/ 加主体时，结束其通过身份提供者开始的会话；其能否再次登录由提供者决定。",
        ),
        fields=(_ACCOUNT,),
        examples=("server account-end ada", "server account-end token/ada@example"),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "workbench",
        "service.cli.workbench:open_sample",
        BilingualText(
            "Try out the workbench of a sample body in the browser: three applicants, and nine people to enter as.",
            "在浏览器中试用示例机构的工作台：三个申请人，以及可供选择身份的九人。",
        ),
        more=BilingualText(
            "A server on this machine alone, with a store of its own, which is gone at the end unless --folder keeps "
            "it. Whoever uses this machine enters as one of the nine without a password. Pages of a body of your own "
            "are served by `serve --http`.",
            "仅供本机使用的服务器，有自己的存储；除非用 --folder 保存，结束时即删除。本机使用者无需密码即可以九人之一的"
            "身份进入。自己机构的页面由 `serve --http` 提供。",
        ),
        fields=(
            CommandField(
                "--folder FOLDER",
                BilingualText("Keep the store here, and open it again.", "存储保存于此，可再次打开。"),
                kind=Path,
            ),
            CommandField(
                "--http HOST:PORT",
                BilingualText("Where pages are served; a free port if left out.", "页面的地址；不给出则取空闲端口。"),
            ),
            CommandField(
                "--browser/--no-browser", BilingualText("Open a browser.", "打开浏览器。"), kind=bool, default=True
            ),
            CommandField(
                "--passwords",
                BilingualText(
                    "Show the passwords of the accounts, and the store, for which `server key-create` makes keys for "
                    "programs.",
                    "显示各账户的密码以及存储的位置；可用 `server key-create` 为程序创建其密钥。",
                ),
                kind=bool,
            ),
        ),
        examples=("workbench", "workbench --folder trial --no-browser"),
        options=("gazette",),
        reads_only=False,
    ),
)
