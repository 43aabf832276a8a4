"""What is wrong with a command line, said as every other refusal is, in the language asked for?"""

from __future__ import annotations

import os
from contextlib import contextmanager
from enum import Enum
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Any, get_args

from typer._click import exceptions  # typer carries click inside, and gives its errors no other name
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import LANGUAGES, Message, speaker, told
from rules.contracts.suggestions import meant
from rules.contracts.typesetting import typeset
from service.answering.terminal.json_form import as_json
from service.answering.terminal.output import complain, put
from service.answering.terminal.spoken import language_of_environment
from service.base.status import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context

_say = speaker(__name__)


class MisuseError(exceptions.UsageError):
    """A command line that cannot be understood."""

    def __init__(self, violation: Violation, ctx: Context, given: Sequence[str]) -> None:
        """Keep what is wrong, and what the line says about how to answer."""
        self.violation = violation
        named = _value("--language", given)
        self.language = named if named in LANGUAGES else language_of_environment()
        self.as_json = _value("--format", given) == "json"
        super().__init__(f"{violation.field}: {violation.description}", ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Write what is wrong, and how the command is called."""
        if self.as_json:
            put(as_json(status_of(InputError((self.violation,)), self.language)))
            return
        said = f"{self.violation.field}: {told(self.violation.description, self.language)}"
        complain(f"touchstone: {typeset(said, self.language)}")
        if self.ctx is not None:
            pieces = " ".join(self.ctx.command.collect_usage_pieces(self.ctx))
            complain(told(_say("USAGE", command=self.ctx.command_path, pieces=pieces), self.language))


class Command(TyperCommand):
    """A command whose misuse is told in the language asked for."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the command line.

        Raises:
            MisuseError: it cannot be understood.
        """
        given = tuple(args)
        ctx.allow_extra_args = True  # they are refused below, where they are known
        with _telling(ctx, given):
            rest = super().parse_args(ctx, args)
        if rest:
            raise MisuseError(Violation(rest[0], _say("ONE_TOO_MANY"), "UNEXPECTED"), ctx, given)
        return rest


class Group(TyperGroup):
    """A group of commands, likewise."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what stands before the name of a command.

        Raises:
            MisuseError: it cannot be understood.
        """
        with _telling(ctx, tuple(args)):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command named.

        Raises:
            MisuseError: there is none of this name.
        """
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            said = _say("NO_COMMAND", hint=meant(name, self.commands), known=tuple(self.commands))
            raise MisuseError(Violation(name, said, "UNKNOWN"), ctx, args)
        return super().resolve_command(ctx, args)


@contextmanager
def _telling(ctx: Context, given: Sequence[str]) -> Iterator[None]:
    try:
        yield
    except (MisuseError, exceptions.NoArgsIsHelpError):
        raise
    except exceptions.UsageError as error:
        raise MisuseError(_violation(error, ctx, given), error.ctx or ctx, given) from None


def _violation(error: exceptions.UsageError, ctx: Context, given: Sequence[str]) -> Violation:
    match error:
        case exceptions.NoSuchOption():
            known = [option for param in ctx.command.get_params(ctx) for option in param.opts]
            return Violation(error.option_name, _say("NO_OPTION", hint=meant(error.option_name, known)), "UNKNOWN")
        case exceptions.MissingParameter(param=TyperArgument() | TyperOption() as param):
            return Violation(_name(param), _say("MISSING"), "REQUIRED")
        case exceptions.BadParameter(param=TyperArgument() | TyperOption() as param):
            return Violation(_name(param), _wrong(param, given), "WRONG_VALUE")
        case exceptions.BadOptionUsage():
            named = next((one for one in ctx.command.get_params(ctx) if error.option_name in one.opts), None)
            flag = bool(getattr(named, "is_flag", False))
            return Violation(error.option_name, _say("TAKES_NO_VALUE" if flag else "NEEDS_VALUE"), "WRONG_VALUE")
        case _:
            return Violation(ctx.command_path, error.format_message(), "MALFORMED")


def _name(param: TyperArgument | TyperOption) -> str:
    return max(param.opts, key=len) if isinstance(param, TyperOption) else param.display_name_raw.strip("[].")


def _wrong(param: TyperArgument | TyperOption, given: Sequence[str]) -> Message:
    """Say what was found and what is allowed."""
    values = next((values for option in param.opts if (values := _values(option, given))), [])
    if not values and isinstance(param.envvar, str):
        values = [os.environ.get(param.envvar, "")]
    found = values[-1] if values else ""
    annotation = param.get_runtime_param().annotation
    for kind in get_args(annotation) or (annotation,):  # one kind alone, or of an option that is repeated
        if isinstance(kind, type) and issubclass(kind, Enum):
            known = tuple(str(member.value) for member in kind)
            return _say("NO_CHOICE", found=next((one for one in values if one not in known), found), known=known)
    if param.max is not None:
        return _say("NO_NUMBER_BETWEEN", found=found, least=param.min, most=param.max)
    return _say("NO_NUMBER", found=found) if param.min is None else _say("NO_NUMBER_FROM", found=found, least=param.min)


def _value(option: str, given: Sequence[str]) -> str:
    """Give the value of an option as it stands in the command line; of one that is repeated, the last."""
    values = _values(option, given)
    return values[-1] if values else ""


def _values(option: str, given: Sequence[str]) -> list[str]:
    """Give all values of an option that may be repeated."""
    values = [after for one, after in pairwise(given) if one == option]
    return values + [one.removeprefix(f"{option}=") for one in given if one.startswith(f"{option}=")]
