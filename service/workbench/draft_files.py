"""Uploaded feature files, single or zipped: limits, names and encoding."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base.file_kinds import file_kind
from service.input.encodings import NotUtf8Error, decode_utf8
from service.input.packages import BROKEN, PackageError, PackageFormat, open_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.workbench.forms import UploadedFile

_message = message_factory(__name__)

FIELD = "files"
_SUFFIX = ".feature"
_MAX_BYTES = 1_000_000
"""Per file and per archive, as for a revision."""


def read_feature_files(uploads: Iterable[UploadedFile]) -> dict[str, str]:
    """Return feature files by name; other archive members are skipped.

    Raises:
        InputError: If files are missing, duplicate, too large or unreadable.
    """
    files: dict[str, str] = {}
    violations = list[Violation]()
    for upload in uploads:
        try:
            for name, content in _contents(upload):
                if name in files:
                    raise _input_error(_message("FILE_TWICE", name=name[:100]), "DUPLICATE")
                files[name] = decode_utf8(content).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        except InputError as error:
            violations += error.violations
        except NotUtf8Error as error:
            problem = error_message(error)
            violations.append(
                Violation(FIELD, _message("FILE_NO_TEXT", name=upload.name, problem=problem), "MALFORMED")
            )
        except PackageError as error:
            message = _message("ARCHIVE_BROKEN", name=upload.name) if error.reason == BROKEN else error_message(error)
            violations.append(Violation(FIELD, message, "MALFORMED"))
    if not files and not violations:
        violations.append(Violation(FIELD, _message("NO_FEATURE_FILE"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))
    return files


def _contents(upload: UploadedFile) -> Iterator[tuple[str, bytes]]:
    content = cast("BinaryIO", upload.content)
    kind = file_kind(content)
    if kind is not None and kind.package:
        yield from _archive_members(content)
        return
    if upload.size > _MAX_BYTES:
        raise _input_error(_message("FILE_OVER", name=upload.name, size=upload.size, most=_MAX_BYTES), "TOO_LARGE")
    yield upload.name, content.read()


def _archive_members(content: BinaryIO) -> Iterator[tuple[str, bytes]]:
    form = PackageFormat(
        _message("ARCHIVE"), _message("ARCHIVE_OTHER"), _MAX_BYTES, lambda _: _MAX_BYTES, _message("ARCHIVE_SPLIT")
    )
    with open_package(content, form) as package:
        for part in package.infolist():
            path = PurePosixPath(part.filename)
            if path.suffix == _SUFFIX and not path.name.startswith(".") and not part.is_dir():
                yield path.name, package.read(part)


def _input_error(message: str, reason: str) -> InputError:
    return InputError.of(FIELD, message, reason)
