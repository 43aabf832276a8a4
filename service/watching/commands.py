"""How is `status` called, and how does it read?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.toml_files import wording
from rules.contracts.typesetting import typeset
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import FormatOption, LanguageOption, add_command
from service.answering.terminal.output import Exit, Format, Language, answering, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from touchstone.v1 import system_service_pb2

words = wording(__name__)

_MEGABYTE = 1_000_000


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "status", status_command)


def status_command(
    *,
    server: Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server to ask.")],
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
) -> None:
    r"""Say whether a server is ready, what software and schema it runs, and which versions and tables it holds.

    \b
    Examples:
      touchstone server status --server 127.0.0.1:50051
      touchstone server status --server 127.0.0.1:50051 --format json

    \b
    Exit codes: 0 every part is ready, 1 a part is not, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import system_service_pb2, system_service_pb2_grpc  # noqa: PLC0415 -- likewise

    with answering(form):
        request = system_service_pb2.GetSystemStatusRequest(language_code=language.value)
        status: system_service_pb2.SystemStatus = Remote(server).ask(
            "GetSystemStatus", request, system_service_pb2_grpc.SystemServiceStub
        )
        put(as_json(status) if form is Format.JSON else "\n".join(_lines(status, server, language.value)))
        if not all(part.ready for part in status.parts):
            raise typer.Exit(Exit.NEGATIVE)


def _lines(status: system_service_pb2.SystemStatus, address: str, language: str) -> Iterator[str]:
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help

    spoken = words(language)
    software = dict(status.software_versions)
    head = spoken["head"].format(
        version=software.pop("touchstone", ""), address=address, time=status.start_time.ToJsonString()
    )
    yield typeset(head, language)
    store = spoken["store"].format(
        database=status.database, schema=status.schema_revision, size=-(-status.archive_bytes // _MEGABYTE)
    )
    parts = [
        (
            spoken["parts"].get(part.name, part.name),
            spoken["ready"] if part.ready else spoken["not_ready"].format(problem=part.problem),
            store if part.name == "store" else "",
        )
        for part in status.parts
    ]
    others = "  ".join(f"{name} {version}" for name, version in sorted(software.items()))
    yield columns_text(parts[0], [*parts[1:], (spoken["software"], others, "")])
    yield columns_text(spoken["processes"], [_program(program, spoken) for program in status.programs])
    for card, count in sorted(status.lost_evaluations.items()):
        yield spoken["lost_by"].format(card=card, count=count)
    if status.HasField("newest_time_stamp"):
        stamp = status.newest_time_stamp
        yield spoken["time_stamp"].format(
            authority=stamp.authority, size=stamp.tree_size, time=stamp.stamp_time.ToJsonString()
        )
    yield spoken["in_force"].format(count=len(status.versions_in_force))
    if status.versions_in_force:
        yield columns_text(
            spoken["versions"],
            [
                (
                    version.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@"),
                    version.rule_digest,
                    version.publish_time.ToJsonString(),
                )
                for version in status.versions_in_force
            ],
        )
    yield spoken["tables"].format(count=len(status.table_editions))
    if status.table_editions:
        yield columns_text(spoken["editions"], [(one.table, one.edition, one.digest) for one in status.table_editions])


def _program(program: system_service_pb2.ProgramStatus, spoken: Mapping[str, Any]) -> tuple[str, ...]:
    name = program.program.rpartition(".")[2].removesuffix("_process")
    lost = "  ".join(f"{spoken['lost'].get(how, how)} {count}" for how, count in sorted(program.lost.items()))
    counts = (program.alive, program.at_work, program.waiting)
    return (spoken["programs"].get(name, name), *map(str, counts), lost or "0")
