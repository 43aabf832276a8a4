"""Command declarations of the calendar."""

from __future__ import annotations

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import KNOWN

COMMANDS = (
    Command(
        "card calendar",
        "service.calendar.day_answers:calendar",
        BilingualText(
            "Say which day brings what: versions and tables that begin or end, evidence that expires, findings due.",
            "说明哪天有什么：版本和表的起止、证据到期、发现项的期限。",
        ),
        more=BilingualText(
            "A version comes into force on its first day, however late it was published; it is superseded on the first "
            "day of its successor, or on the day on which that was published if that is later. With --archive the last "
            "evaluation of each subject under each card counts, and what fell due before the first day stands "
            "first, as "
            "overdue. With --format ics every event keeps its id.",
            "版本自其首日起生效，无论公布多晚；后继版本首日（若公布更晚则为公布日）起被取代。加 --archive 时，以"
            "每个主体在每张"
            "评分卡下的最后一次评价为准，首日之前到期的列在最前，标为逾期。使用 --format ics 时每个事件保持其编号。",
        ),
        fields=(
            CommandField(
                "--from DAY",
                BilingualText("The first day; today in UTC if left out.", "首日；不给出则为今天（UTC）。"),
                name="first",
            ),
            CommandField(
                "--until DAY",
                BilingualText("The last day; without end if left out.", "末日；不给出则不设末日。"),
                name="last",
            ),
            CommandField(
                "--card CARD",
                BilingualText(
                    "Only of this scorecard, and of the tables that its versions look up.",
                    "仅此评分卡，以及其各版本所查的表。",
                ),
            ),
            CommandField(
                "--archive ORGANIZATION",
                BilingualText(
                    "With what is stored of an organisation: evidence that expires, findings to be closed.",
                    "并列出某机构所存储的：将到期的证据、待关闭的发现项。",
                ),
            ),
            CommandField(
                "--subject SUBJECT",
                BilingualText(
                    "Only what the stored evaluations of this subject bring, such as the deadlines of a project.",
                    "仅此主体已存储的评价所带来的日子，例如一个项目的期限。",
                ),
            ),
            CommandField(
                "--names",
                BilingualText(
                    "With --archive or --subject: name subjects, not evaluations.",
                    "与 --archive 或 --subject 一起使用：写主体而非评价的名称。",
                ),
                kind=bool,
            ),
            CommandField(
                "--format",
                BilingualText(
                    "text for people, json for programs, ics for calendar programs (iCalendar).",
                    "text 供人阅读，json 供程序读取，ics 供日历程序使用（iCalendar）。",
                ),
                kind=("text", "json", "ics"),
                default="text",
                variable="TOUCHSTONE_FORMAT",
            ),
        ),
        examples=(
            "card calendar --from 2026-01-01 --until 2026-12-31 --card cbam-goods",
            "card calendar --archive organizations/example --server 127.0.0.1:50051",
            "card calendar --subject organizations/example/subjects/plant-7 --format ics --out plant-7.ics",
        ),
        no_means=BilingualText("records cannot be read, which are named", "有记录无法读取，均已列出"),
        options=("server", "database_url", "gazette", "out"),
        reads_only=True,
    ),
    Command(
        "evaluation applied",
        "service.calendar.day_answers:applied_on",
        BilingualText(
            "Say what applied to a subject on a day, what was known then, and why that differs from what is known now.",
            "说明某日对某主体适用什么、当时已知什么，以及为何与现在所知不同。",
        ),
        more=BilingualText(
            "Of each card under which it was ever evaluated: the version in force, and the evaluation for that "
            "day or the "
            "latest day before. Without --known what was known by the end of that day (UTC) counts. What the rules of "
            "now would conclude of an evaluation, `touchstone simulate` says.",
            "就其曾据以评价的每张评分卡，列出当时有效的版本，以及该日或此前最近一日的评价。不给出 --known 则以该"
            "日（UTC）"
            "结束时所知为准。按现行规则会得出什么结论，由 `touchstone simulate` 说明。",
        ),
        fields=(
            CommandField(
                "SUBJECT",
                BilingualText(
                    "The subject, such as organizations/example/subjects/plant-7.",
                    "主体，例如 organizations/example/subjects/plant-7。",
                ),
            ),
            CommandField(
                "--on DAY",
                BilingualText("The civil date that is asked for.", "所问的日期。"),
                name="day",
                required=True,
            ),
            KNOWN,
        ),
        examples=(
            "evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01",
            "evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01 --known 2026-06-30",
            "evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01 --server 127.0.0.1:50051",
        ),
        no_means=BilingualText("records cannot be read, which are named", "有记录无法读取，均已列出"),
        options=("server", "database_url", "gazette", "format", "out"),
        reads_only=True,
    ),
)
