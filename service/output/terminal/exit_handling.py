"""Command exit on internal errors, interrupts and closed output pipes.

Exit code 1 means a negative answer.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

import click

from rules.contracts import in_language, message_factory
from service.base.grpc_status import status_of
from service.configuration.folders import CHECKOUT
from service.output.terminal.command_language import requested_language
from service.output.terminal.output import ExitCode, OutputFormat, print_error, write_output
from touchstone.client.json_form import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_message = message_factory(__name__)

_MAX_FRAMES = 12


@contextmanager
def reporting_crashes(form: OutputFormat) -> Iterator[None]:
    """Convert uncaught errors to exit codes.

    Error messages are omitted, because they may quote input.
    """
    try:
        yield
        sys.stdout.flush()
    except click.ClickException:
        raise
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(ExitCode.READER_LEFT) from None
    except Exception as error:
        if form is OutputFormat.JSON:
            write_output(as_json(status_of(error, requested_language())))
        from service.base.software import software_versions  # noqa: PLC0415 -- slow import, rarely needed

        message = _message("OWN_FAULT", kind=type(error).__name__, version=software_versions()["touchstone"])
        print_error("\n".join((f"touchstone: {in_language(message, requested_language())}", *_frame_lines(error))))
        raise SystemExit(ExitCode.OWN_FAULT) from None


def _frame_lines(error: Exception) -> Iterator[str]:
    frames = extract_tb(error.__traceback__)[1:]
    for frame in frames[-_MAX_FRAMES:]:
        path = Path(frame.filename)
        shown = path.relative_to(CHECKOUT) if path.is_relative_to(CHECKOUT) else Path(*path.parts[-2:])
        yield f"  {shown}:{frame.lineno} {frame.name}"


def _drop_output() -> None:
    """Discard pending output, so that process exit does not fail."""
    with suppress(OSError, ValueError):  # a stream without descriptor, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
