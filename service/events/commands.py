"""Command declarations of events: `server events`, `endpoints` and `event-replay`."""

from __future__ import annotations

from service.output.terminal.command_declarations import BilingualText, Command, CommandField

COMMANDS = (
    Command(
        "server events",
        "service.events.command_handlers:list_events",
        BilingualText(
            "List events by their positions, the oldest first, also while a server runs.",
            "按位置列出事件，最早的在前，服务器运行时也可以。",
        ),
        fields=(
            CommandField(
                "--after POSITION",
                BilingualText("List what stands behind this position.", "列出此位置之后的内容。"),
                kind=int,
                default=0,
                least=0,
            ),
            CommandField(
                "--organization NAME",
                BilingualText(
                    "Only what concerns this one, such as organizations/example.", "只列与此机构有关的内容。"
                ),
                default="",
            ),
            CommandField(
                "--page-size COUNT",
                BilingualText("The most events to list.", "最多列出多少个事件。"),
                kind=int,
                default=50,
                least=1,
                most=1000,
            ),
        ),
        examples=("server events", "server events --after 1200 --organization organizations/example --format json"),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "server endpoints",
        "service.events.command_handlers:endpoints",
        BilingualText(
            "Say up to which position each endpoint has the events, what keeps the next, and what it never took.",
            "说明每个端点收到哪个位置为止、下一个因何受阻，以及从未接收的事件。",
        ),
        examples=("server endpoints",),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
    Command(
        "server event-replay",
        "service.events.command_handlers:replay",
        BilingualText(
            "Tell an endpoint again, under the same ids, what stands from a position on.",
            "从某个位置起，以相同的编号再次通知端点。",
        ),
        more=BilingualText(
            "A running server begins at once. What the endpoint never took from there on is tried anew.",
            "运行中的服务器立即开始。端点此后从未接收的事件会重新尝试。",
        ),
        fields=(
            CommandField("ENDPOINT", BilingualText("As `server endpoints` names it.", "如 `server endpoints` 所列。")),
            CommandField(
                "--from POSITION",
                BilingualText("The first to be told again.", "从哪个位置起再次通知。"),
                name="position",
                kind=int,
                least=1,
                required=True,
            ),
        ),
        examples=("server event-replay erp --from 1200",),
        options=("database_url", "format", "out"),
        reads_only=False,
    ),
)
