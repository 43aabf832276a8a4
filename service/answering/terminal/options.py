"""Which options do several commands share?"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from service.answering.terminal.connecting import Connection, reaching
from service.answering.terminal.faults import owning_up
from service.answering.terminal.output import Format, Language
from service.answering.terminal.spoken import LANGUAGE_VARIABLE, language_of_environment, speaking
from service.answering.terminal.usage import Command
from service.folders import PUBLISHED

_OPTIONS: dict[str, Any] = {
    "token_file": Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            envvar="TOUCHSTONE_TOKEN_FILE",
            metavar="FILE",
            help="With --server: the API key or token by which it knows you; else TOUCHSTONE_TOKEN holds it.",
        ),
    ],
    "ca": Annotated[
        Path | None,
        typer.Option(
            "--ca",
            envvar="TOUCHSTONE_CA",
            metavar="FILE",
            help="With --server: encrypt, and trust the authorities in this PEM file.",
        ),
    ],
    "tls": Annotated[
        bool,
        typer.Option("--tls", envvar="TOUCHSTONE_TLS", help="With --server: encrypt, and trust the usual authorities."),
    ],
    "certificate": Annotated[
        Path | None,
        typer.Option(
            "--certificate",
            envvar="TOUCHSTONE_CERTIFICATE",
            metavar="FILE",
            help="With --server: show it this certificate, a PEM file.",
        ),
    ],
    "certificate_key": Annotated[
        Path | None,
        typer.Option(
            "--certificate-key",
            envvar="TOUCHSTONE_CERTIFICATE_KEY",
            metavar="FILE",
            help="With --server: the private key of that certificate.",
        ),
    ],
}

GazetteOption = Annotated[
    Path,
    typer.Option(
        "--gazette",
        envvar="TOUCHSTONE_GAZETTE",
        help="The folder of published scorecards.",
        show_default="scorecards/ of the installation",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="text for people, json for programs (protobuf JSON).")]
PlainFormatOption = Annotated[Format, typer.Option("--format", help="text for people, json for programs.")]
"""For answers of which no protobuf message has the form."""
LanguageOption = Annotated[
    Language, typer.Option("--language", envvar=LANGUAGE_VARIABLE, help="The language of words for people.")
]
FilesOption = Annotated[
    Language | None,
    typer.Option("--files", help="Of a draft, take only the files in this language; all of them if left out."),
]
EvaluationArgument = Annotated[
    str,
    typer.Argument(
        metavar="EVALUATION",
        help="A file as `evaluate --format json` wrote it; with --server, the name of a stored evaluation.",
    ),
]
OrganizationArgument = Annotated[
    str, typer.Argument(metavar="ORGANIZATION", help="The organisation, such as organizations/example.")
]
DraftFlag = Annotated[
    bool, typer.Option("--draft", help="CARD is the folder of a draft, even if no ./ stands before its name.")
]
PublishedCardArgument = Annotated[
    str, typer.Argument(metavar="CARD", help="A published scorecard, or one version of it (CARD@1.0.0).")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The civil date for which the rules are read. No default."),
]
SettingsOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="SETTING=CHOICE", help="Choose a setting, for all subjects. May be repeated."),
]
KnownOption = Annotated[
    str | None,
    typer.Option(
        "--known",
        metavar="DAY",
        help="Use what was published by the end of this day (UTC), 2026-03-01, or by this instant. Now if left out.",
    ),
]
ServerOption = Annotated[
    str | None,
    typer.Option("--server", metavar="HOST:PORT", help="Ask this server instead of working in process."),
]
DEFAULT_GAZETTE = PUBLISHED


def add_command(app: typer.Typer, name: str, function: Callable[..., None]) -> None:
    """Add a command whose docstring is its help; refusals, too, are in the language that it is asked for."""

    @wraps(function)
    def command(*arguments: Any, **options: Any) -> None:
        language = options.get("language") or Language(language_of_environment())
        with speaking(language.value), owning_up(options.get("form", Format.TEXT)), connecting(options):
            function(*arguments, **options)

    add_options(command, function)
    app.command(name, cls=Command, help=help_of(function))(command)


def help_of(function: Callable[..., None]) -> str:
    """Give the docstring of a command; the paragraph after a line `backslash b` keeps its lines."""
    return (inspect.getdoc(function) or "").replace("\\b\n", "\b\n")


@contextmanager
def connecting(given: dict[str, Any]) -> Iterator[None]:
    """Take the options of this module out of those of a command, and let them hold meanwhile."""
    named = {name: given.pop(name) for name in _OPTIONS if name in given}
    with reaching(Connection(**named)):
        yield


def add_options(command: Callable[..., None], function: Callable[..., None]) -> None:
    """Let a command that calls servers take these options behind its own."""
    signature = inspect.signature(function, eval_str=True)
    if "server" not in signature.parameters:
        return
    defaults = {name: False if name == "tls" else None for name in _OPTIONS}
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults[name], annotation=option)
        for name, option in _OPTIONS.items()
    ]
    whole = signature.replace(parameters=[*signature.parameters.values(), *extra])
    command.__signature__ = whole  # type: ignore[attr-defined] # where inspect looks first
    command.__annotations__ = {name: one.annotation for name, one in whole.parameters.items()}
