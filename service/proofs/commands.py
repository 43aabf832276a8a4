"""How are `bundle` and `witness` called?"""

from __future__ import annotations

import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, told, words_of
from rules.contracts.toml_files import wording
from service.answering.terminal.options import LanguageOption, add_command
from service.answering.terminal.output import Exit, Format, Language, RemoteError, answering, complain, put
from service.answering.terminal.remote import Remote
from touchstone.v1 import log_service_pb2, log_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from google.protobuf.message import Message

    from service.proofs.witnessing import Witness

words = wording(__name__)
_say = speaker(__name__)

AskedServer = Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server whose log it is.")]
TrustOption = Annotated[
    Path, typer.Option("--trust", metavar="FILE", help="The keys of logs and witnesses that you trust (docs/proof.md).")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "bundle", bundle_command)
    add_command(app, "witness", witness_command)


@dataclass(frozen=True, slots=True)
class RemoteLog:
    """The log of a server."""

    remote: Remote

    def ask(self, method: str, request: Message) -> Any:
        """Call a method of LogService.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        return self.remote.ask(method, request, log_service_pb2_grpc.LogServiceStub)

    def checkpoint(self, *, stamped: bool = False) -> str:
        """Give the newest checkpoint, or the newest with a time stamp, as a signed note."""
        note: str = self.ask("GetCheckpoint", log_service_pb2.GetCheckpointRequest(time_stamped=stamped)).note
        return note

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of one size begins that of another."""
        request = log_service_pb2.GetConsistencyProofRequest(first_tree_size=first, second_tree_size=second)
        return tuple(self.ask("GetConsistencyProof", request).hashes)

    def entries(self, first: int, count: int) -> list[bytes]:
        """Give what stands in the tree from a position on, at most so many."""
        request = log_service_pb2.ListLogEntriesRequest(first_position=first, page_size=count)
        return list(self.ask("ListLogEntries", request).entries)

    def hand_over(self, note: str) -> None:
        """Hand a checkpoint over that was cosigned."""
        self.ask("CosignCheckpoint", log_service_pb2.CosignCheckpointRequest(note=note))


def bundle_command(  # noqa: PLR0913 -- one for each option
    name: Annotated[str, typer.Argument(metavar="EVALUATION", help="The name of a stored evaluation.")],
    *,
    server: AskedServer,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where the bundle is written.")],
    show: Annotated[
        list[str] | None,
        typer.Option(
            "--show",
            metavar="STEP",
            help="Show the conclusion and this step alone, such as facts/scope_1; may be repeated. All other steps "
            "stay commitments.",
        ),
    ] = None,
    conclusion_only: Annotated[
        bool, typer.Option("--conclusion-only", help="Show the conclusion alone, with score and grade.")
    ] = False,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write one file that proves an evaluation to anybody, without this server and without its operator.

    It is checked by `touchstone verify bundle FILE --trust trust.json`, or by examples/verifier/verify_bundle.py alone.

    \b
    Examples:
      touchstone proof bundle organizations/example/evaluations/0198… --server 127.0.0.1:50051 -o bundle.json
      touchstone proof bundle organizations/example/evaluations/0198… --server 127.0.0.1:50051 -o b.json --show facts/a

    \b
    Exit codes: 0 written, 2 an argument is malformed, 3 the server failed or cannot be reached.
    """
    from service.base.durable_files import replace_file  # noqa: PLC0415 -- not for the help

    with answering(Format.TEXT):
        request = log_service_pb2.GetProofBundleRequest(
            name=name, shown_step_ids=show or [], conclusion_only=conclusion_only
        )
        content = RemoteLog(Remote(server)).ask("GetProofBundle", request).content
        try:
            replace_file(out, content)
        except OSError as error:
            said = _say("UNWRITABLE", problem=words_of(error))
            raise InputError((Violation("--out", said, "MALFORMED"),)) from None
        put(words(language.value)["bundled"].format(path=out, size=-(-len(content) // 1000)))
        if b'"decisions":' in content:
            complain(words(language.value)["bundled_decided"].format(path=out))


def witness_command(  # noqa: PLR0913 -- one for each option
    *,
    server: AskedServer,
    name: Annotated[str, typer.Option("--name", help="The name of this witness, such as witness.example.org.")],
    key: Annotated[
        Path,
        typer.Option(
            "--key", metavar="FILE", help="The key of this witness, Ed25519 in PEM; `review new-key` makes one."
        ),
    ],
    trust: TrustOption,
    folder: Annotated[Path, typer.Option("--folder", help="Where the witness remembers what it cosigned.")],
    every: Annotated[int, typer.Option("--every", min=1, metavar="SECONDS", help="How often it looks.")] = 60,
    once: Annotated[bool, typer.Option("--once", help="Look once, and end.")] = False,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Watch a log as a witness: cosign each checkpoint that continues the last, and refuse and alarm on a fork.

    Run it on a machine of somebody else than the operator of the log. It may be away for any time: what was added
    meanwhile has to be proved to continue what it cosigned last.

    \b
    Example:
      touchstone proof witness --server log.example.org:50051 --name witness.example.net --key w.pem --trust t.json \
        --folder witness

    \b
    Exit codes: 0 stopped, 1 the log forked, 2 something is wrong with what was given, 3 with --once: the server failed.
    """
    from service.approval.signing_keys import read_signing_key  # noqa: PLC0415 -- not for the help
    from service.log.notes import is_name  # noqa: PLC0415 -- likewise
    from service.log.trusted import read_log_trust  # noqa: PLC0415 -- likewise
    from service.proofs.witnessing import Witness  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        if not is_name(name):
            raise InputError((Violation("--name", _say("WITNESS_NAME"), "MALFORMED"),))
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            said = _say("UNWRITABLE", problem=words_of(error))
            raise InputError((Violation("--folder", said, "MALFORMED"),)) from None
        witness = Witness(name, read_signing_key(key), folder, read_log_trust(trust))
        _watch(witness, RemoteLog(Remote(server)), None if once else every, language.value)


def _watch(witness: Witness, log: RemoteLog, every: int | None, language: str) -> None:
    """Look until told to stop, or once; a server that cannot be reached is tried again."""
    from service.proofs.witnessing import ForkError  # noqa: PLC0415 -- not for the help

    stopping = threading.Event()
    if every is not None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        if not sys.stdout.isatty():
            signal.signal(signal.SIGHUP, signal.SIG_IGN)  # of whoever rotates logs
    while not stopping.is_set():
        try:
            note = witness.look(log, int(time.time()))
        except ForkError as error:
            complain(told(words_of(error), language))
            raise typer.Exit(Exit.NEGATIVE) from None
        except (RemoteError, TrailError) as error:
            if every is None:
                raise
            complain(told(words_of(error), language))
        else:
            put(words(language)["cosigned"].format(log=note.checkpoint.origin, size=note.checkpoint.size))
        if every is None:
            return
        stopping.wait(every)
