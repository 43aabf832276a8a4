"""How are the `log` commands called, by which anybody reads, proves and mirrors the log of a server?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, told, words_of
from rules.contracts.toml_files import wording
from service.answering.terminal.options import LanguageOption, add_command, help_of
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.answering.terminal.usage import Group
from service.proofs.commands import AskedServer, TrustOption

if TYPE_CHECKING:
    from service.log.notes import Checkpoint

words = wording(__name__)
_say = speaker(__name__)

_LARGEST = 64 * 1024


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(log)
    add_command(group, "checkpoint", checkpoint_command)
    add_command(group, "prove", prove_command)
    add_command(group, "consistency", consistency_command)
    add_command(group, "export", export_command)
    add_command(group, "stamp", stamp_command)
    add_command(group, "adopt", adopt_command)
    app.add_typer(group, name="log", help=help_of(log))


def log() -> None:
    """Read the transparency log of a server, prove what stands in it and that it only grew, and mirror it."""


def checkpoint_command(
    *,
    server: AskedServer,
    stamped: Annotated[
        bool, typer.Option("--stamped", help="The newest that a time stamping authority stamped.")
    ] = False,
    language: LanguageOption = Language.ENGLISH,  # noqa: ARG001 -- in which refusals are told
) -> None:
    r"""Show the newest checkpoint as a signed note; keep it, and later prove with it that nothing was removed.

    \b
    Example:
      touchstone proof checkpoint --server 127.0.0.1:50051 > seen.txt

    \b
    Exit codes: 0 shown, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.proofs.commands import RemoteLog  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        put(RemoteLog(Remote(server)).checkpoint(stamped=stamped).rstrip("\n"))


def prove_command(
    name: Annotated[str, typer.Argument(metavar="EVALUATION", help="The name of a stored evaluation.")],
    *,
    server: AskedServer,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Show the leaf of an evaluation, and check here that it stands in the log.

    \b
    Example:
      touchstone proof inclusion organizations/example/evaluations/0198… --server 127.0.0.1:50051

    \b
    Exit codes: 0 it stands there, 1 it does not, 2 the name is malformed, 3 the server failed or cannot be reached.
    """
    from rules.trail.commitments import Inclusion  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- likewise
    from service.log.leaves import EVALUATION, Leaf  # noqa: PLC0415 -- likewise
    from service.proofs.commands import RemoteLog  # noqa: PLC0415 -- likewise
    from touchstone.v1 import log_service_pb2  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        request = log_service_pb2.GetInclusionProofRequest(name=name)
        proof = RemoteLog(Remote(server)).ask("GetInclusionProof", request)
        leaf = Leaf(EVALUATION, name, "", proof.leaf_json.encode())
        found = Inclusion(proof.position, proof.checkpoint.tree_size, tuple(proof.hashes)).root(leaf.hash)
        spoken = words(language.value)
        if found != proof.checkpoint.root_hash or leaf.said.get("name") != name:
            complain(spoken["not_there"].format(position=proof.position))
            raise typer.Exit(Exit.NEGATIVE)
        put(proof.leaf_json)
        put(spoken["there"].format(position=proof.position, size=proof.checkpoint.tree_size))


def consistency_command(
    *,
    server: AskedServer,
    since: Annotated[
        Path, typer.Option("--since", metavar="FILE", help="A checkpoint that you kept, as `log checkpoint` shows it.")
    ],
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Check that the log only grew since a checkpoint that you kept: nothing was changed or removed.

    \b
    Example:
      touchstone proof growth --server 127.0.0.1:50051 --since seen.txt

    \b
    Exit codes: 0 it only grew, 1 it did not, 2 the file is no checkpoint, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.log.notes import read_note  # noqa: PLC0415 -- likewise
    from service.log.tree import is_consistent  # noqa: PLC0415 -- likewise
    from service.proofs.commands import RemoteLog  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        before, source = _read_checkpoint(since), RemoteLog(Remote(server))
        after = read_note(source.checkpoint()).checkpoint
        first, second, spoken = before.size, after.size, words(language.value)
        holds = before.origin == after.origin and first <= second
        if holds:
            proof = source.consistency(first, second)
            holds = is_consistent(first, second, (before.root, after.root), proof)
        if not holds:
            complain(spoken["forked"].format(first=first, second=second))
            raise typer.Exit(Exit.NEGATIVE)
        put(spoken["grew"].format(first=first, second=second))


def export_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the files are written, or renewed.")],
    *,
    server: AskedServer,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write the log as static files that anybody may serve: checkpoint, tiles and entries (C2SP tlog-tiles).

    \b
    Example:
      touchstone proof mirror mirror --server 127.0.0.1:50051

    \b
    Exit codes: 0 written, 1 the entries are not those of the checkpoint, 2 the folder cannot be written, 3 the server
    failed or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.proofs.commands import RemoteLog  # noqa: PLC0415 -- likewise
    from service.proofs.mirroring import mirror  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        source = RemoteLog(Remote(server))
        try:
            size = mirror(folder, source.checkpoint(), source.entries)
        except TrailError as error:
            complain(told(words_of(error), language.value))
            raise typer.Exit(Exit.NEGATIVE) from None
        except OSError as error:
            said = _say("UNWRITABLE", problem=words_of(error))
            raise InputError((Violation("FOLDER", said, "MALFORMED"),)) from None
        put(words(language.value)["mirrored"].format(size=size, folder=folder))


def stamp_command(
    *,
    server: AskedServer,
    authority: Annotated[
        str, typer.Option("--authority", metavar="URL", help="The time stamping authority (RFC 3161), http or https.")
    ],
    trust: TrustOption,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Have an authority stamp the newest checkpoint (RFC 3161), check the stamp, and hand it to the server.

    A server that can reach an authority itself asks by the setting TOUCHSTONE_TIME_STAMP_URL; this is for one that
    cannot. The trust file names the authority with its certificates, here and at the server.

    \b
    Example:
      touchstone proof stamp --server 127.0.0.1:50051 --authority http://tsa.example.org/tsr --trust trust.json

    \b
    Exit codes: 0 stamped, 1 the answer is no stamp that counts, 2 something is wrong with what was given, 3 the
    authority or the server failed or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.log.notes import read_note  # noqa: PLC0415 -- likewise
    from service.log.trusted import read_log_trust  # noqa: PLC0415 -- likewise
    from service.proofs.commands import RemoteLog  # noqa: PLC0415 -- likewise
    from service.proofs.stamping import Authority  # noqa: PLC0415 -- likewise
    from touchstone.v1 import log_service_pb2  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        asked, trusted, source = (
            Authority(authority, field="--authority"),
            read_log_trust(trust),
            RemoteLog(Remote(server)),
        )
        checkpoint = read_note(source.checkpoint()).checkpoint
        try:
            stamp = asked.stamp(checkpoint, trusted)
        except TrailError as error:
            complain(told(words_of(error), language.value))
            raise typer.Exit(Exit.NEGATIVE) from None
        source.ask("StampCheckpoint", log_service_pb2.StampCheckpointRequest(tree_size=stamp.size, token=stamp.token))
        slots = {"authority": stamp.authority, "size": stamp.size, "time": stamp.time}
        put(words(language.value)["stamped"].format(log=checkpoint.origin, **slots))


def adopt_command(
    *,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Note the evaluations that were stored before the log was kept, as noted later; also while a server runs.

    Each leaf says when it was noted, and proves nothing of the time before. Whoever stops halfway goes on with what is
    left. The server puts the leaves into the tree, and signs, with what it notes next.

    \b
    Example:
      touchstone proof adopt

    \b
    Exit codes: 0 every evaluation is noted, 1 a record is damaged, which is named, 2 something is wrong with what was
    given, 3 the store cannot be written.
    """
    from service.settings import Settings  # noqa: PLC0415 -- not for the help
    from service.store.adopting import adopt, count_unnoted, opened_for_adopting  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        check_no_password(database_url)
        spoken = words(language.value)
        with opened_for_adopting(database_url or Settings().database_url) as engine:
            count = count_unnoted(engine)
            done = adopt(engine, lambda seen: complain(spoken["adopting"].format(done=seen, all=count)))
        put(spoken["adopted"].format(count=done.noted) if done.noted else spoken["nothing_to_adopt"])
        for name in done.damaged:
            complain(spoken["not_adopted"].format(name=name))
    if done.damaged:
        raise typer.Exit(Exit.NEGATIVE)


def _read_checkpoint(path: Path) -> Checkpoint:
    from service.log.notes import read_note  # noqa: PLC0415 -- not for the help
    from service.reading.given_files import FileRefusedError, read_file  # noqa: PLC0415 -- likewise

    try:
        return read_note(read_file(path, most=_LARGEST).decode("utf-8")).checkpoint
    except (OSError, FileRefusedError, UnicodeDecodeError, TrailError) as error:
        said = _say("NO_KEPT_CHECKPOINT", problem=words_of(error))
        raise InputError((Violation("--since", said, "MALFORMED"),)) from None
