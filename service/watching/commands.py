"""Which command asks a server how it is?"""

from __future__ import annotations

from service.answering.terminal.declared import Command, Words

COMMANDS = (
    Command(
        "server status",
        "system_service.SystemService/GetSystemStatus",
        Words(
            "Say whether a server is ready, what software and schema it runs, and which versions and tables it holds.",
            "说明服务器是否就绪、运行的软件和模式，以及所持有的版本和表。",
        ),
        examples=("server status --server 127.0.0.1:50051", "server status --server 127.0.0.1:50051 --format json"),
        text="service.watching.status_text:status_text",
        no="service.watching.status_text:is_unready",
        no_means=Words("a part is not ready", "有部分未就绪"),
        old=("status",),
    ),
)
