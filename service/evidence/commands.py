"""How are the `evidence` commands called?"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.toml_files import wording
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    FormatOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
    help_of,
)
from service.answering.terminal.output import Exit, Format, Language, answering, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from touchstone.v1 import evidence_service_pb2

words = wording(__name__)
_say = speaker(__name__)

_PIECE_BYTES = 256 * 1024
_SECONDS = 3_600
_EVALUATIONS = "/evaluations/"

ServerOption = Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that keeps the files.")]
TargetArgument = Annotated[
    str,
    typer.Argument(metavar="TARGET", help="An organisation, such as organizations/example, or one of its evaluations."),
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(evidence)
    add_command(group, "add", add_file_command)
    add_command(group, "get", get_command)
    add_command(group, "list", list_command)
    add_command(group, "check", check_command)
    app.add_typer(group, name="evidence", help=help_of(evidence))


def evidence() -> None:
    """Keep the files behind evidence on a server by their digests, get and list them, and check them."""


def add_file_command(  # noqa: PLR0913 -- one for each option
    target: TargetArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file that evidence states by its SHA-256 digest.")],
    *,
    server: ServerOption,
    evidence_id: Annotated[
        str, typer.Option("--evidence", metavar="ID", help="With an evaluation: the evidence that must state it.")
    ] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Keep a file on the server, if evidence states its digest; another file is refused, and both digests are named.

    What the server takes, how large and of which types, is set by its operator (docs/evidence.md). Evaluating and
    verifying need no file.

    \b
    Examples:
      touchstone evidence add organizations/example invoice.pdf --server 127.0.0.1:50051
      touchstone evidence add organizations/example/evaluations/0198… invoice.pdf --evidence invoice-1 \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 kept, 2 no evidence states it or it is not taken, 3 the server failed.
    """
    from service.evidence.texts import added_text  # noqa: PLC0415 -- not for the help
    from service.reading.given_files import opened  # noqa: PLC0415 -- likewise

    with answering(form), opened(file) as content, _calling(server, "AddEvidenceFile") as add:
        answer: evidence_service_pb2.EvidenceFile = add(_pieces(target, evidence_id, content), timeout=_SECONDS)
        put(as_json(answer) if form is Format.JSON else added_text(answer, language.value))


def get_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    digest: Annotated[str, typer.Argument(metavar="DIGEST", help="Its SHA-256 digest, as evidence states it.")],
    *,
    server: ServerOption,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Write to this file, in place of one there.")],
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Get a file that is kept, and compare it with its digest before it is put in its place.

    \b
    Example:
      touchstone evidence get organizations/example 3b7f… --out invoice.pdf --server 127.0.0.1:50051

    \b
    Exit codes: 0 written, 2 it is not kept, 3 the server failed, or gave another file.
    """
    from touchstone.v1 import evidence_service_pb2  # noqa: PLC0415 -- not for the help

    with answering(form), _calling(server, "GetEvidenceFile") as get:
        name = f"{organization}/evidenceFiles/{digest}"
        pieces = get(evidence_service_pb2.GetEvidenceFileRequest(name=name), timeout=_SECONDS)
        answer = _written(pieces, digest, out)
        said = words(language.value)["got"].format(path=out, size=answer.size_bytes)
        put(as_json(answer) if form is Format.JSON else said)


def list_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    server: ServerOption,
    page_size: Annotated[int, typer.Option("--page-size", help="The most files to list, 1,000 at most.")] = 50,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the files that an organisation keeps, by digest.

    \b
    Example:
      touchstone evidence list organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.evidence.texts import listed_text  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import evidence_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form), _calling(server, "ListEvidenceFiles") as ask:
        request = evidence_service_pb2.ListEvidenceFilesRequest(
            parent=organization, page_size=page_size, page_token=page_token
        )
        answer: evidence_service_pb2.ListEvidenceFilesResponse = ask(request)
        put(as_json(answer) if form is Format.JSON else listed_text(answer, language.value))


def check_command(
    target: TargetArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Compare all files of an organisation with their digests, or say which evidence of an evaluation has its file.

    \b
    Examples:
      touchstone evidence check organizations/example --server 127.0.0.1:50051
      touchstone evidence check organizations/example/evaluations/0198… --server 127.0.0.1:50051

    \b
    Exit codes: 0 every file is kept and whole, 1 one is lacking or is another, 2 something is wrong with what was
    given, 3 the server failed.
    """
    from service.evidence.texts import checked_text, has_fault  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import evidence_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form), _calling(server, "CheckEvidenceFiles") as ask:
        parent, evaluation = _split(target)
        request = evidence_service_pb2.CheckEvidenceFilesRequest(parent=parent, evaluation=evaluation)
        answer: evidence_service_pb2.CheckEvidenceFilesResponse = ask(request)
        while answer.next_page_token:
            request.page_token = answer.next_page_token
            page: evidence_service_pb2.CheckEvidenceFilesResponse = ask(request)
            answer.checked.extend(page.checked)
            answer.next_page_token = page.next_page_token
        put(as_json(answer) if form is Format.JSON else checked_text(answer, language.value))
    if has_fault(answer):
        raise typer.Exit(Exit.NEGATIVE)


def _calling(server: str, method: str) -> Any:
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import evidence_service_pb2_grpc  # noqa: PLC0415 -- likewise

    return Remote(server).calling(method, evidence_service_pb2_grpc.EvidenceServiceStub)


def _split(target: str) -> tuple[str, str]:
    """Give the organisation of a target, and the target itself if it is an evaluation."""
    parent, _, _ = target.partition(_EVALUATIONS)
    return parent, target if _EVALUATIONS in target else ""


def _pieces(target: str, evidence_id: str, content: BinaryIO) -> Iterator[evidence_service_pb2.AddEvidenceFileRequest]:
    from touchstone.v1 import evidence_service_pb2  # noqa: PLC0415 -- not for the help

    parent, evaluation = _split(target)
    yield evidence_service_pb2.AddEvidenceFileRequest(parent=parent, evaluation=evaluation, evidence_id=evidence_id)
    while piece := content.read(_PIECE_BYTES):
        yield evidence_service_pb2.AddEvidenceFileRequest(content=piece)


def _written(
    pieces: Iterator[evidence_service_pb2.GetEvidenceFileResponse], digest: str, out: Path
) -> evidence_service_pb2.EvidenceFile:
    """Write a file beside its place, and move it there if it is the one that was asked for.

    Raises:
        InputError: it is another.
    """
    answer = next(pieces).evidence_file
    found = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                found.update(piece.content)
                file.write(piece.content)
        if found.hexdigest() != digest:
            said = _say("OTHER_FILE", stated=digest, found=found.hexdigest())
            raise InputError((Violation("DIGEST", said, "WRONG_DIGEST"),))
        Path(name).replace(out)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return answer
