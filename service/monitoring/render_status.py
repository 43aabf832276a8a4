"""Text rendering of the system status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rules.contracts import typeset, wording_loader
from service.output.terminal.columns import columns_text
from touchstone.v1 import feed_service_pb2, system_service_pb2

words = wording_loader(__name__)

_MEGABYTE = 1_000_000
_MAX_LISTED = 5


def is_unready(status: system_service_pb2.SystemStatus) -> bool:
    """Return whether a component is not ready."""
    return not all(part.ready for part in status.parts)


def status_text(status: system_service_pb2.SystemStatus, server: str, full: bool, language: str) -> str:
    """Render the status; long lists are counted unless `full`."""
    lines = [*_summary_lines(status, server, language)]
    counted = False
    for many, listing in (
        (len(status.versions_in_force), _versions(status, language)),
        (len(status.table_editions), _tables(status, language)),
    ):
        counted |= (short := many > _MAX_LISTED and not full)
        lines += (next(listing),) if short else listing
    if counted:
        lines.append(words(language)["listed_by"])
    return "\n".join(lines)


def _summary_lines(status: system_service_pb2.SystemStatus, address: str, language: str) -> Iterator[str]:
    texts = words(language)
    software = dict(status.software_versions)
    head = texts["head"].format(
        version=software.pop("touchstone", ""), address=address, time=status.start_time.ToJsonString()
    )
    yield typeset(head, language)
    if status.environment:
        yield texts["environment"].format(environment=status.environment)
    store = texts["store"].format(
        database=status.database, schema=status.schema_revision, size=-(-status.archive_bytes // _MEGABYTE)
    )
    parts = [
        (
            texts["parts"].get(part.name, part.name),
            texts["ready"] if part.ready else texts["not_ready"].format(problem=part.problem),
            store if part.name == "store" else "",
        )
        for part in status.parts
    ]
    others = "  ".join(f"{name} {version}" for name, version in sorted(software.items()))
    yield columns_text(parts[0], [*parts[1:], (texts["software"], others, "")])
    yield columns_text(texts["processes"], [_program(program, texts) for program in status.programs])
    for card, count in sorted(status.lost_evaluations.items()):
        yield texts["lost_by"].format(card=card, count=count)
    if status.HasField("newest_time_stamp"):
        stamp = status.newest_time_stamp
        yield texts["time_stamp"].format(
            authority=stamp.authority, size=stamp.tree_size, time=stamp.stamp_time.ToJsonString()
        )
    if status.feeds:
        yield columns_text(texts["feeds"], [_feed(feed, texts) for feed in status.feeds])


def _feed(feed: feed_service_pb2.Feed, texts: Mapping[str, Any]) -> tuple[str, ...]:
    checked = feed.last_check_time.ToJsonString() if feed.HasField("last_check_time") else texts["never"]
    problems = [texts["feed_failed"].format(problem=feed.problem)] if feed.problem else []
    if feed.refused_count:
        problems.append(texts["feed_refused"].format(count=feed.refused_count))
    state = "  ".join(problems) or texts["ready"]
    return (feed.name.removeprefix("feeds/"), feed.channel, str(feed.snapshot or "-"), checked, state)


def _versions(status: system_service_pb2.SystemStatus, language: str) -> Iterator[str]:
    texts = words(language)
    yield texts["in_force"].format(count=len(status.versions_in_force))
    if status.versions_in_force:
        yield columns_text(
            texts["versions"],
            [
                (
                    version.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@"),
                    version.rule_digest,
                    version.publish_time.ToJsonString(),
                )
                for version in status.versions_in_force
            ],
        )


def _tables(status: system_service_pb2.SystemStatus, language: str) -> Iterator[str]:
    texts = words(language)
    yield texts["tables"].format(count=len(status.table_editions))
    if status.table_editions:
        yield columns_text(
            texts["editions"],
            [
                (table_edition.table, table_edition.edition, table_edition.digest)
                for table_edition in status.table_editions
            ],
        )


def _program(program: system_service_pb2.ProgramStatus, texts: Mapping[str, Any]) -> tuple[str, ...]:
    name = program.program.rpartition(".")[2].removesuffix("_process")
    lost = "  ".join(f"{texts['lost'].get(how, how)} {count}" for how, count in sorted(program.lost.items()))
    counts = (program.alive, program.at_work, program.waiting)
    return (texts["programs"].get(name, name), *map(str, counts), lost or "0")
