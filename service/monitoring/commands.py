"""Declaration of the command `server status`."""

from __future__ import annotations

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

COMMANDS = (
    Command(
        "server status",
        "system_service.SystemService/GetSystemStatus",
        BilingualText(
            "Say whether a server is ready, what software and schema it runs, and which versions and tables it holds.",
            "说明服务器是否就绪、运行的软件和模式，以及所持有的版本和表。",
        ),
        fields=(
            CommandField(
                "--full",
                BilingualText(
                    "List every version in force and every edition of a table with its digest, however many there are.",
                    "逐项列出施行中的版本和参考表版次并附摘要，无论多少。",
                ),
                kind=bool,
            ),
        ),
        examples=(
            "server status --server 127.0.0.1:50051",
            "server status --server 127.0.0.1:50051 --full",
            "server status --server 127.0.0.1:50051 --format json",
        ),
        text="service.monitoring.render_status:status_text",
        no="service.monitoring.render_status:is_unready",
        no_means=BilingualText("a part is not ready", "有部分未就绪"),
    ),
)
