"""Click front end of declared commands: parsing, help and usage errors."""

from __future__ import annotations

import os
import re
import sys
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click import shell_completion
from click.core import ParameterSource

from rules.contracts import InputError, Violation, did_you_mean, in_language, message_factory, typeset, wording_loader
from service.base.whole_numbers import MOST_COUNT, parse_whole_number
from service.cli.api_commands import CALL, callable_methods, generated_command, generated_commands
from service.configuration.folders import profiles_path
from service.configuration.products import missing_products, products
from service.output.terminal.columns import display_width
from service.output.terminal.command_declarations import (
    NOTHING,
    SHARED,
    SHARED_NAMES,
    BilingualText,
    Command,
    CommandField,
)
from service.output.terminal.streams import print_error, write_output
from service.output.terminal.value_forms import FORMS
from service.output.terminal.words import SPOKEN, language_of_environment, requested_language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence

    from rules.contracts import Message

_WIDTH = 100
_COLUMN = 28
_CONTEXT_SETTINGS = {"help_option_names": ["-h", "--help"]}
_GROUP_OPTIONS = tuple(option for option in SHARED if option.name != "out")
ONLY_READ = "only read"
SHELLS = ("bash", "zsh", "fish")
_message = message_factory(__name__)
_words = wording_loader(__name__)


def _help_text(key: str, **slots: object) -> str:
    text: str = _words(requested_language())["help"][key]
    return text.format(**slots) if slots else text


class CommandUsageError(click.UsageError):
    """Command line that cannot be parsed."""

    def __init__(self, violation: Violation, ctx: click.Context | None) -> None:
        self.violation = violation
        super().__init__(f"{violation.field}: {violation.description}", ctx)


class InvalidValueError(click.BadParameter):
    """Value outside the allowed values."""

    def __init__(self, message: Message) -> None:
        self.message_text = message
        super().__init__(message)


class _Choice(click.Choice[str]):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            raise InvalidValueError(_message("NO_CHOICE", found=value, known=tuple(self.choices)))
        return str(value)


class _BoundedNumber(click.IntRange):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        least, most = int(self.min or 0), MOST_COUNT if self.max is None else int(self.max)
        number = parse_whole_number(str(value), least=least, most=most)
        if number is None:
            raise InvalidValueError(_message("NO_NUMBER_BETWEEN", found=str(value)[:40], least=least, most=most))
        return number


def _type(field: CommandField) -> click.ParamType[Any]:
    if field.choices:
        return _Choice(field.choices)
    if field.kind is int:
        return _BoundedNumber(field.least, field.most)
    return click.Path(path_type=Path) if field.kind is Path else click.STRING


def _parameter(field: CommandField, *, from_environment: bool = True) -> click.Parameter:
    if not field.is_option:
        return click.Argument(
            [field.name],
            type=_type(field),
            required=field.is_required,
            metavar=field.word,
            nargs=-1 if field.is_repeated else 1,
        )
    flags: dict[str, Any] = {"type": _type(field), "multiple": field.is_repeated, "metavar": field.metavar or None}
    if field.kind is bool:
        flags = {"is_flag": True, "default": False}
    if field.default is not None:
        flags["default"] = field.default  # Click would treat an explicit None as a value
    return click.Option(
        [*field.opts, field.name],
        required=field.required,
        envvar=field.variable or None if from_environment else None,
        help=field.help(requested_language()),
        **flags,
    )


def wrap_text(text: str, width: int, indent: str = "") -> str:
    """Wrap text between words or after Chinese characters, two columns wide each."""
    lines, line = [], ""
    for part in re.findall(r"[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff]\s*|\s+", text):
        fits = display_width(line) + display_width(part.rstrip()) <= width
        if line and not fits and part.strip() not in "，。；：、）！？”":
            lines.append(line.rstrip())
            line = ""
        line += part
    return f"\n{indent}".join([*lines, line.rstrip()] if line.strip() else lines)


def _format_rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for first, words in rows:
        column = f"  {first:{_COLUMN - 2}}" if len(first) < _COLUMN - 3 else f"  {first}\n{'':{_COLUMN}}"
        yield column + wrap_text(words, _WIDTH - _COLUMN, " " * _COLUMN)


def _help_row(field: CommandField) -> tuple[str, str]:
    choices = "|".join(field.choices)
    typed = ", ".join(field.opts) if field.is_option else field.word
    typed = (
        f"{typed} {field.metavar or choices or ('NUMBER' if field.kind is int else '')}".strip()
        if field.is_option
        else typed
    )
    words = field.help(requested_language())
    words += _help_text("choices", value=", ".join(field.choices)) if choices and choices not in typed else ""
    words += _help_text("default", value=field.default) if field.default not in (None, "", False, True) else ""
    words += _help_text("required") if field.required else ""
    words += _help_text("repeated") if field.is_repeated else ""
    words += _help_text("variable", value=field.variable) if field.variable and field not in SHARED else ""
    return typed, words


class DeclaredCommand(click.Command):
    """Click command that builds its parameters on demand."""

    def __init__(self, command: Command) -> None:
        self.declared = command
        self._parameters: list[click.Parameter] = []
        super().__init__(command.name.split()[-1], context_settings=_CONTEXT_SETTINGS)

    def get_short_help_str(self, limit: int = 1_000) -> str:
        return self.declared.help(requested_language())

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        if not self._parameters:
            self._parameters = [_parameter(field) for field in (*self.declared.fields, *self.declared.shared)]
        self.params = self._parameters
        return super().get_params(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        self.get_params(ctx)
        own = (field for field in self.declared.fields if field.name in SHARED_NAMES)
        ctx.default_map = {
            field.name: before for field in own if (before := _value_before_command(ctx, field)) is not None
        }
        ctx.allow_extra_args = True  # rejected below with a specific message
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # Click raises some errors without a context
            raise
        if rest and not ctx.resilient_parsing:
            raise CommandUsageError(Violation(rest[0], _message("ONE_TOO_MANY"), "UNEXPECTED"), ctx)
        if not ctx.resilient_parsing and ctx.obj != ONLY_READ:
            self._check_forms(ctx)
        return rest

    def _check_forms(self, ctx: click.Context) -> None:
        for field in self.declared.fields:
            value = ctx.params[field.name] if field.form else None
            for text in value if isinstance(value, tuple) else (value,):
                if text and (problem := FORMS[field.form](str(text))) is not None:
                    shown = field.opts[-1] if field.is_option else field.metavar
                    raise CommandUsageError(Violation(shown, problem, "WRONG_VALUE"), None)

    def invoke(self, ctx: click.Context) -> None:
        unsupported = next(
            (
                option
                for option in SHARED
                if option not in self.declared.shared and _value_before_command(ctx, option) is not None
            ),
            None,
        )
        own = {own_field.name for own_field in self.declared.fields}
        if unsupported is not None and unsupported.name not in (*own, "profile"):
            raise CommandUsageError(_unsupported_option(unsupported.opts[-1], ctx), ctx)
        if ctx.obj == ONLY_READ:
            return
        from service.cli.command_execution import run  # noqa: PLC0415 -- not needed for help

        values = dict(ctx.params)
        for field in (*self.declared.fields, *self.declared.shared):
            if field.name in SHARED_NAMES:
                values[field.name] = _shared_value(ctx, field)
        run(self.declared, values)

    def get_help(self, ctx: click.Context) -> str:
        command, language = self.declared, requested_language()
        arguments = [field for field in command.fields if not field.is_option]
        options = [field for field in command.fields if field.is_option]
        parts = [f"{_help_text('usage')}{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}"]
        for words in (command.help(language), command.more(language)):
            parts += [wrap_text(line, _WIDTH - 2, "  ").join(("  ", "")) for line in words.splitlines()]
        if arguments:
            parts.append("\n".join([f"{_help_text('places')}", *_format_rows(map(_help_row, arguments))]))
        if options:
            parts.append("\n".join([f"{_help_text('options')}", *_format_rows(map(_help_row, options))]))
        shared = " ".join([*(field.opts[-1] for field in command.shared), "--help"])
        parts.append(wrap_text(_help_text("also", options=shared), _WIDTH))
        parts.append("\n".join([f"{_help_text('examples')}", *(f"  touchstone {each}" for each in command.examples)]))
        codes = _help_text("exit_one", no=command.no_means(language)) if command.no_means.en else _help_text("exit")
        parts.append(wrap_text(codes, _WIDTH))
        return "\n\n".join(parts)


def _shared_value(ctx: click.Context, option: CommandField) -> Any:
    if ctx.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
        return ctx.params[option.name]
    before = _value_before_command(ctx, option)
    return ctx.params.get(option.name) if before is None else before


def _value_before_command(ctx: click.Context, option: CommandField) -> Any:
    ancestor = ctx.parent
    while ancestor is not None:
        if ancestor.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
            return ancestor.params[option.name]
        ancestor = ancestor.parent
    return None


class CommandGroup(click.Group):
    """Commands of one noun."""

    def __init__(
        self,
        name: str,
        words: BilingualText,
        generate: Callable[[str], Iterable[Command]] | None = None,
        order: Sequence[str] = (),
    ) -> None:
        self.words, self._generate, self._order = words, generate, order
        self._generated: dict[str, DeclaredCommand] = {}
        self._parameters: list[click.Parameter] = []
        super().__init__(name, no_args_is_help=True, context_settings=_CONTEXT_SETTINGS)

    def load(self) -> MutableMapping[str, click.Command]:
        """Return all commands; generated commands are added at the first use, because they load the API."""
        generate, self._generate = self._generate, None
        for command in generate(self.name or "") if generate is not None else ():
            name = command.name.partition(" ")[2]
            self.commands[name] = DeclaredCommand(command)
        if generate is not None:
            verbs = sorted(self.commands, key=lambda verb: self.position(f"{self.name} {verb}"))
            self.commands = {verb: self.commands[verb] for verb in verbs}
        return self.commands

    def position(self, command_name: str) -> int:
        """Return the position of a command in the help; commands without a stated order come last."""
        return self._order.index(command_name) if command_name in self._order else len(self._order)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.load())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = self.commands.get(cmd_name) or self._generated.get(cmd_name)
        if found is None and self._generate is not None:
            command = generated_command(self.name or "", cmd_name)
            found = None if command is None else self._generated.setdefault(cmd_name, DeclaredCommand(command))
        return found

    def get_short_help_str(self, limit: int = 1_000) -> str:
        return self.words(requested_language())

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        if not self._parameters:
            self._parameters = self.own_params()
        self.params = self._parameters
        return super().get_params(ctx)

    def own_params(self) -> list[click.Parameter]:
        return [_parameter(option, from_environment=False) for option in _GROUP_OPTIONS]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        self.get_params(ctx)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-") and not ctx.resilient_parsing:
            # The help lists the methods of the API; there are too many for a message.
            message = _unknown_method(name) if self.name == CALL else _unknown_command(name, tuple(self.load()))
            raise CommandUsageError(Violation(name, message, "UNKNOWN"), ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        parts = [
            f"{_help_text('usage')}{ctx.command_path} [OPTIONS] COMMAND [ARGS]...",
            f"  {self.get_short_help_str()}",
        ]
        rows = [(name, command.get_short_help_str(1_000)) for name, command in self.load().items()]
        parts.append("\n".join([f"{_help_text('commands')}", *_format_rows(rows)]))
        return "\n\n".join(parts)


class RootGroup(CommandGroup):
    """All commands; with installation `faults`, every command line is rejected."""

    def __init__(
        self,
        nouns: Mapping[str, BilingualText],
        examples: Sequence[str],
        order: Sequence[str],
        faults: Sequence[Violation] = (),
    ) -> None:
        super().__init__("touchstone", NOTHING, order=order)
        self.examples, self.faults = examples, faults
        self._groups = {noun: CommandGroup(noun, text, generated_commands, order) for noun, text in nouns.items()}

    def add(self, commands: Iterable[Command]) -> None:
        for command in sorted(commands, key=lambda command: self.position(command.name)):
            noun, _, verb = command.name.rpartition(" ")
            owner = self._groups[noun] if noun else self
            owner.commands[verb] = DeclaredCommand(command)
        self.commands.update(self._groups)

    def leaves(self) -> Iterator[tuple[str, click.Command]]:
        for name, command in self.commands.items():
            if isinstance(command, CommandGroup):
                leaves = {} if name == CALL else command.load()
                yield from ((f"{name} {verb}", leaf) for verb, leaf in leaves.items())
            else:
                yield name, command

    def get_short_help_str(self, limit: int = 1_000) -> str:
        return _help_text("summary")

    def own_params(self) -> list[click.Parameter]:
        version = click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
        completion = click.Option(
            ["--completion"], type=_Choice(SHELLS), is_eager=True, expose_value=False, callback=self._show_completion
        )
        return [*super().own_params(), version, completion]

    def _show_completion(self, ctx: click.Context, _param: click.Parameter, shell: str | None) -> None:
        if shell and not ctx.resilient_parsing:
            kind = shell_completion.get_completion_class(shell)
            if kind is not None:
                click.echo(kind(self, {}, "touchstone", "_TOUCHSTONE_COMPLETE").source(), nl=False)
            ctx.exit()

    def get_help(self, ctx: click.Context) -> str:
        rows = [(name, command.get_short_help_str(1_000)) for name, command in self.commands.items()]
        nouns = {name for name, command in self.commands.items() if isinstance(command, CommandGroup)}
        own = (("--version", _help_text("version")), (f"--completion {'|'.join(SHELLS)}", _help_text("completion")))
        parts = [
            f"{_help_text('usage')}touchstone [OPTIONS] COMMAND [ARGS]...",
            f"  {wrap_text(self.get_short_help_str(), _WIDTH - 2, '  ')}",
            "\n".join([f"{_help_text('daily')}", *_format_rows(row for row in rows if row[0] not in nouns)]),
            "\n".join([f"{_help_text('nouns')}", *_format_rows(row for row in rows if row[0] in nouns)]),
            "\n".join(
                [
                    f"{_help_text('shared')}",
                    *_format_rows((*map(_help_row, _GROUP_OPTIONS), *own, ("-h, --help", _help_text("help")))),
                ]
            ),
            wrap_text(_help_text("variables"), _WIDTH),
            "\n".join([f"{_help_text('examples')}", *(f"  touchstone {each}" for each in self.examples)]),
            wrap_text(_help_text("exits"), _WIDTH),
        ]
        return "\n\n".join(parts)

    def check(self, line: Sequence[str]) -> None:
        super().main(line, "touchstone", standalone_mode=False, obj=ONLY_READ)

    def main(  # type: ignore[override] # it always ends the process
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        line = [*(sys.argv[1:] if args is None else args)]
        with ExitStack() as stack:
            stack.enter_context(use_language(_language(line)))
            try:
                if self.faults:
                    raise CommandUsageError(self.faults[0], None)
                profile = _last_option_value("--profile", line) or os.environ.get("TOUCHSTONE_PROFILE", "")
                self._apply_profile(profile, line, stack)
                sys.exit(super().main(line, prog_name or "touchstone", **extra | {"standalone_mode": False}) or 0)
            except click.exceptions.NoArgsIsHelpError as error:
                click.echo(error.ctx.get_help(), err=True)
                sys.exit(2)
            except click.UsageError as error:
                _print_usage_error(error, line)
                sys.exit(2)
            except click.Abort:
                sys.exit(130)

    def _apply_profile(self, name: str, line: Sequence[str], stack: ExitStack) -> None:
        path = profiles_path()
        if not name and not path.is_file():
            return
        from service.cli.profiles import applied_profile  # noqa: PLC0415 -- not needed for help

        stack.enter_context(applied_profile(path, name, lambda violation: CommandUsageError(violation, None)))
        stack.enter_context(use_language(_language(line)))


def _language(line: Sequence[str]) -> str:
    named = _last_option_value("--language", line)
    return named if named in SPOKEN else language_of_environment()


def _last_option_value(option: str, line: Sequence[str]) -> str:
    values = [after for before, after in pairwise(line) if before == option]
    values += [word.removeprefix(f"{option}=") for word in line if word.startswith(f"{option}=")]
    return values[-1] if values else ""


def _unknown_method(name: str) -> Message:
    return _message("NO_METHOD", hint=did_you_mean(name, callable_methods()))


def _unknown_command(name: str, known: tuple[str, ...]) -> Message:
    hint = did_you_mean(name, known)
    if not products():
        return _message("NO_COMMAND_NOR_PRODUCTS", hint=hint, known=known)
    if missing := missing_products():
        packages = tuple(f"{product.module} ({product.distribution})" for product in missing)
        return _message("NO_COMMAND_PRODUCTS_MISSING", hint=hint, known=known, missing=packages)
    return _message("NO_COMMAND", hint=hint, known=known)


def _show_version(ctx: click.Context, _param: click.Parameter, requested: bool) -> None:
    if requested and not ctx.resilient_parsing:
        from service.base.software import software_versions  # noqa: PLC0415 -- not needed for help

        click.echo(f"touchstone {software_versions()['touchstone']}")
        ctx.exit()


def _print_usage_error(error: click.UsageError, line: Sequence[str]) -> None:
    language, violation = requested_language(), _usage_violation(error)
    if (_last_option_value("--format", line) or os.environ.get("TOUCHSTONE_FORMAT")) == "json":
        from service.base.grpc_status import status_of  # noqa: PLC0415 -- needed only for JSON
        from touchstone.client.json_form import as_json  # noqa: PLC0415 -- needed only for JSON

        write_output(as_json(status_of(InputError((violation,)), language)))
        return
    words = f"{in_language(violation.field, language)}: {in_language(violation.description, language)}"
    print_error(f"touchstone: {typeset(words, language)}")
    if error.ctx is not None:
        pieces = " ".join(error.ctx.command.collect_usage_pieces(error.ctx))
        print_error(in_language(_message("USAGE", command=error.ctx.command_path, pieces=pieces), language))


def _usage_violation(error: click.UsageError) -> Violation:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    match error:
        case CommandUsageError():
            return error.violation
        case click.NoSuchOption():
            if any(error.option_name in option.opts for option in SHARED):
                return _unsupported_option(error.option_name, error.ctx)
            known = [option for param in params for option in (*param.opts, *param.secondary_opts)]
            hint = did_you_mean(error.option_name, known)
            return Violation(error.option_name, _message("NO_OPTION", hint=hint), "UNKNOWN")
        case click.MissingParameter(param=click.Parameter() as param):
            return Violation(_parameter_name(param), _missing(param), "REQUIRED")
        case InvalidValueError(param=click.Parameter() as param):
            return Violation(_parameter_name(param), error.message_text, "WRONG_VALUE")
        case click.BadOptionUsage():
            named = next((param for param in params if error.option_name in (*param.opts, *param.secondary_opts)), None)
            flag = bool(getattr(named, "is_flag", False))
            return Violation(error.option_name, _message("TAKES_NO_VALUE" if flag else "NEEDS_VALUE"), "WRONG_VALUE")
    return Violation(error.ctx.command_path if error.ctx else "touchstone", error.format_message(), "MALFORMED")


def _missing(param: click.Parameter) -> Message:
    if param.name != "as_of":
        return _message("MISSING")
    from service.base.instants import now  # noqa: PLC0415 -- needed only for this error

    return _message("AS_OF_REQUIRED_TODAY", today=now()[:10])


def _unsupported_option(option: str, ctx: click.Context | None) -> Violation:
    command = ctx.command_path if ctx is not None else "touchstone"
    return Violation(option, _message("NOT_TAKEN", command=command), "UNEXPECTED")


def _parameter_name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else (param.metavar or "").strip("[].")
