"""How is `rank` called?"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    OutOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, put

_say = speaker(__name__)


class RankingFormat(StrEnum):
    """How a ranking is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "rank", rank_command)


def rank_command(  # noqa: PLR0913 -- one for each option
    card: Annotated[
        str, typer.Argument(metavar="CARD", help="The scorecard version, such as csr-three-stage@1.1.0, or its newest.")
    ],
    organization: OrganizationArgument,
    *,
    server: Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that stores evaluations.")],
    track: Annotated[
        list[str] | None,
        typer.Option(
            "--track",
            metavar="NAME=VALUE",
            help="One part of the track to rank, such as stage=s3; repeat it for every part. May be left out while "
            "all subjects lie in one track.",
        ),
    ] = None,
    out: OutOption = None,
    form: Annotated[
        RankingFormat,
        typer.Option(
            "--format", help="text for people, csv and xlsx (with --out) for spreadsheets, json for programs."
        ),
    ] = RankingFormat.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Rank the subjects of one track by the score of the evaluation that each had stored last.

    Subjects of different tracks, such as another stage, industry or size, are never ranked against each other. A score
    that is still open has a best and a worst rank.

    \b
    Examples:
      touchstone evaluation rank csr-three-stage organizations/example --server 127.0.0.1:50051
      touchstone evaluation rank csr-three-stage@1.1.0 organizations/example --server 127.0.0.1:50051 \\
          --track industry=power --track size_class=listed --track stage=s3 --format csv --out ranking.csv

    \b
    Exit codes: 0 ranked, 1 ranked, and records cannot be read, which are named, 2 something is wrong with what was
    given, 3 the server failed.
    """
    from service.answering.terminal.left_out import end_with_left_out  # noqa: PLC0415 -- likewise
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.base.names import card_name  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.schemes.rating.ranking.text import (  # noqa: PLC0415 -- likewise
        ranking_csv,
        ranking_text,
        write_ranking,
    )
    from touchstone.v1 import evaluation_service_pb2  # noqa: PLC0415 -- likewise

    with answering(Format.JSON if form is RankingFormat.JSON else Format.TEXT):
        if form is RankingFormat.XLSX and out is None:
            raise InputError((Violation("--out", _say("WORKBOOK_NEEDS_OUT"), "REQUIRED"),))
        name = card_name(card)
        published = Gazette(gazette)
        version = published.version(name.card, name.version) if name.version else published.versions(name.card)[-1]
        request = evaluation_service_pb2.RankSubjectsRequest(
            parent=organization, scorecard_version=version.name, track=_track(track or []), page_size=1_000
        )
        answer = Remote(server).ranking(request)
        match form:
            case RankingFormat.JSON:
                put(as_json(answer), out)
            case RankingFormat.CSV:
                put(ranking_csv(answer), out)
            case RankingFormat.XLSX if out is not None:
                write_ranking(answer, out)
            case _:
                put(ranking_text(answer, version, language.value), out)
        end_with_left_out(answer.left_out, language.value)


def _track(parts: list[str]) -> dict[str, str]:
    track: dict[str, str] = {}
    for part in parts:
        name, sign, value = part.partition("=")
        if not sign or not name or not value or name in track:
            problem = _say("GIVEN_TWICE") if name in track else _say("TRACK_FORM")
            raise InputError(
                (Violation("--track", _say("PART_PROBLEM", part=part[:80], problem=problem), "MALFORMED"),)
            )
        track[name] = value
    return track
