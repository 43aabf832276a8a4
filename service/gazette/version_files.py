"""Files of one published version: names, reading from a gazette, and validation of files from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, TrailError, Violation, error_message, message_factory
from rules.model import PublishedVersion, read_published
from service.base.resource_names import VERSION, parse_card
from service.gazette.publication import find_entry, is_single_entry
from service.gazette.sidecars import APPROVALS, REPEAL, SIDECAR, Sidecar, parse_sidecar, sidecar_bytes

if TYPE_CHECKING:
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

CONTENT, CHANGES = ".json", ".changes.md"
SUFFIXES = (SIDECAR, APPROVALS, REPEAL, CHANGES, CONTENT)
"""Suffixes of the files of a version; the shortest is the last."""
_IN_FOLDER = (CONTENT, SIDECAR, APPROVALS, REPEAL)
"""Suffixes of the files in a gazette folder, where the entries of all versions are one file."""
CHANGEABLE = frozenset({APPROVALS, REPEAL, CHANGES})
"""Files that may change: approvals and repeals gain signatures, and the text of an entry may be corrected."""
FIELD = "source_files"


@dataclass(frozen=True, slots=True)
class VersionFiles:
    """Files of a version by suffix; `number` is the version number."""

    number: str
    files: Mapping[str, bytes]

    @property
    def content(self) -> bytes:
        return self.files[CONTENT]

    def get(self, suffix: str) -> bytes:
        return self.files.get(suffix, b"")

    def named(self) -> Mapping[str, bytes]:
        return {f"{self.number}{suffix}": content for suffix, content in self.files.items()}

    def read(self) -> tuple[PublishedVersion, Sidecar]:
        """Return the version and its sidecar, both unchecked against a trust file.

        Raises:
            InputError: If a file was changed or does not belong to the version.
        """
        try:
            sidecar = parse_sidecar(self.get(SIDECAR), f"{self.number}{SIDECAR}")
            version = read_published(self.content, sidecar.publish_time)
        except TrailError as error:
            raise InputError.of(FIELD, error_message(error), "MALFORMED") from None
        path, found, stated = f"{self.number}{CONTENT}", version.content_digest, sidecar.content_digest
        if found != stated:
            raise InputError.of(FIELD, _message("OTHER_CONTENT", path=path, found=found, stated=stated), "WRONG_VALUE")
        if version.card.version != self.number:
            raise InputError.of(FIELD, _message("WRONG_PLACE", path=path, version=version.name), "WRONG_VALUE")
        return version, sidecar


def check_canonical(files: VersionFiles, version: PublishedVersion, sidecar: Sidecar) -> None:
    """Raise InputError if the sidecar differs from its canonical form."""
    from service.approval.statements import read_statement  # noqa: PLC0415 -- slow to load

    try:
        statements = tuple(map(read_statement, sidecar.statements))
    except TrailError as error:
        raise InputError.of(FIELD, error_message(error), "MALFORMED") from None
    if sidecar_bytes(sidecar.content_digest, sidecar.publish_time, statements) != files.get(SIDECAR):
        raise InputError.of(FIELD, _message("SIDECAR_NOT_CANONICAL", version=version.name), "WRONG_VALUE")


def stored_files(gazette: Gazette, version: str) -> VersionFiles:
    """Return the files of a version that the current call may see, with its changelog entry."""
    card = parse_card(version)
    contents = {suffix: gazette.file_content(version, suffix) for suffix in _IN_FOLDER}
    files = {suffix: content for suffix, content in contents.items() if content is not None}
    entry = find_entry(gazette.folder_of(card.card), f"{card.card} {card.version}")
    return VersionFiles(str(card.version), files if entry is None else {**files, CHANGES: changes_bytes(entry)})


def stored_suffixes(gazette: Gazette, card: str, number: str) -> tuple[str, ...]:
    """Return the suffixes of the files of a version that the current call may see in the gazette folder."""
    return tuple(suffix for suffix in _IN_FOLDER if gazette.has_file(card, number, suffix))


def changes_bytes(entry: str) -> bytes:
    """Return the file of a changelog entry."""
    return f"{entry}\n".encode()


def split_file_name(name: str) -> tuple[str, str] | None:
    """Return version number and suffix of a file of a version; None for other names."""
    suffix = next((each for each in SUFFIXES if name.endswith(each)), "")
    number = name.removesuffix(suffix)
    return (number, suffix) if suffix and VERSION.match(number) else None


def version_file_names(names: Iterable[str]) -> list[str]:
    """Return the names that have the form of a file of a version."""
    return sorted(name for name in names if split_file_name(name) is not None)


def sort_files(named: Iterable[tuple[str, bytes]]) -> VersionFiles:
    """Return the files of one version, from any order.

    Raises:
        InputError: If files are missing, listed twice, or of several versions.
    """
    files: dict[str, bytes] = {}
    numbers: set[str] = set()
    violations: list[Violation] = []
    for index, (name, content) in enumerate(named):
        parts = split_file_name(name)
        numbers |= set() if parts is None else {parts[0]}
        if parts is None or len(numbers) > 1:
            message, reason = _message("FILES_OF_ONE_VERSION", found=name[:80]), "WRONG_VALUE"
        elif parts[1] in files:
            message, reason = _message("FILE_TWICE", found=name[:80]), "DUPLICATE"
        else:
            files[parts[1]] = content
            continue
        violations.append(Violation(f"{FIELD}[{index}].path", message, reason))
    number = next(iter(numbers), "")
    if not numbers and not violations:
        violations.append(Violation(FIELD, _message("NO_VERSION_FILES"), "REQUIRED"))
    if not violations:
        missing = [f"{number}{suffix}" for suffix in (CONTENT, SIDECAR) if suffix not in files]
        violations += [Violation(FIELD, _message("FILE_MISSING", wanted=wanted), "REQUIRED") for wanted in missing]
    if violations:
        raise InputError(tuple(violations))
    if not is_single_entry(files.get(CHANGES, b"").decode()):
        raise InputError.of(FIELD, _message("ENTRY_WITH_HEADING", path=f"{number}{CHANGES}"), "WRONG_VALUE")
    return VersionFiles(number, files)
