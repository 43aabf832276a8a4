"""Command declarations: model of commands, fields and results, shared options, and functions by name.

Declarations are data, so that help loads no implementation. Each package declares its commands in `commands.toml`, in
the form that `command_files.py` describes. An example is `service/evidence/commands.toml`.

A field is positional (`FOLDER`, `[CARD]`, `FILE...`) or an option (`--out FILE`, `-o, --out`, `--weighed/--unweighed`).
A command calls an RPC (`Service/Method`) or a function (`module:name`).

Functions receive fields and shared options by parameter name, and also `ask` (repeats the RPC), `stubs` and "request".

- RPC: `to` names the request field, and `read(text, …)` converts the value.
- RPC: `prepare` changes the request, `fold` merges answers, `refused` adds a file location to an error.
- Function: returns an answer for `text`, bytes for `--out`, a string, or a `CommandResult`.
- `json(answer, …)` returns a message, document or text.
- `no(answer, …)` returns whether to exit with 1; `no_means` documents it.
- In `text`, `json` and `no`, a name without module is an answer field. The field `notes` is printed to standard error.
- `options` lists accepted shared options. RPCs accept server, format and out.
- `file` names the input-file field for error locations. `seconds` is the server timeout.

`tests/service/cli/test_declared.py` checks every declaration.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_SERVERS = ("server", "token_file", "ca", "tls", "certificate", "certificate_key")
_ALWAYS_SHARED = ("profile", "language")


class BilingualText(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def __call__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


NOTHING = BilingualText("", "")


@dataclass(frozen=True)
class CommandField:
    """A positional argument or an option."""

    word: str
    help: BilingualText
    to: str = ""
    read: str = ""
    name: str = ""
    kind: Any = str
    """A type, a tuple of choices, or the name of a function that returns it."""
    default: Any = None
    required: bool = False
    many: bool = False
    least: int | None = None
    most: int | None = None
    variable: str = ""

    def __post_init__(self) -> None:
        word = self.opts[-1].partition("/")[0] if self.is_option else self.word
        object.__setattr__(self, "name", self.name or re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_"))

    @property
    def is_option(self) -> bool:
        return self.word.startswith("-")

    @property
    def choices(self) -> tuple[str, ...]:
        resolved: Any = load_object(self.kind)() if isinstance(self.kind, str) else self.kind
        return resolved if isinstance(resolved, tuple) else ()

    @cached_property
    def opts(self) -> tuple[str, ...]:
        return tuple(part.split()[0] for part in self.word.split(", "))

    @property
    def metavar(self) -> str:
        return self.word.partition(self.opts[-1])[2].strip() if self.is_option else self.word.strip("[].")

    @property
    def is_required(self) -> bool:
        return self.required or not (self.is_option or self.word.startswith("["))

    @property
    def is_repeated(self) -> bool:
        return self.many or self.word.rstrip("]").endswith("...")


@dataclass(frozen=True)
class CommandResult:
    """Result of a function; `no` is a negative answer, `file` is written unchanged instead of `text`."""

    text: str
    no: bool = False
    document: Any = None
    file: bytes = b""


@dataclass(frozen=True)
class Command:
    """A command: name, RPC or function, fields and output."""

    name: str
    call: str
    help: BilingualText
    fields: tuple[CommandField, ...] = ()
    text: str = ""
    json: str = ""
    more: BilingualText = NOTHING
    examples: tuple[str, ...] = ()
    no: str = ""
    no_means: BilingualText = NOTHING
    prepare: str = ""
    fold: str = ""
    refused: str = ""
    options: tuple[str, ...] = ()
    file: str = ""
    seconds: int = 60
    is_generated: bool = False
    """Whether the declaration is generated from the API (`service/cli/api_commands.py`)."""
    reads_only: bool | None = None
    """Whether an assistant may call a function; the API declares this for RPCs.

    True if it decides, stores and writes nothing, except through options that assistants lack.
    """

    @property
    def is_rpc(self) -> bool:
        return "/" in self.call

    @property
    def field_positions(self) -> dict[str, str]:
        """Typed option or argument, by request field."""
        return {field.to: field.opts[-1] if field.is_option else field.metavar for field in self.fields if field.to}

    @property
    def shared(self) -> tuple[CommandField, ...]:
        shared_names = {*_ALWAYS_SHARED, *(("server", "format", "out") if self.is_rpc else ()), *self.options}
        shared_names |= set(_SERVERS) if "server" in shared_names else set()
        own = {field.name for field in self.fields}
        return tuple(field for field in SHARED if field.name in shared_names and field.name not in own)


def load_object(path: str) -> Any:
    """Load the object `module:name`."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def call_by_name(path: str, *first: Any, names: Mapping[str, Any]) -> Any:
    """Call a function with the values it accepts; without module, return that attribute of the first argument."""
    if ":" not in path:
        return getattr(first[0], path)
    function = load_object(path)
    code = function.__code__
    parameters = code.co_varnames[len(first) : code.co_argcount + code.co_kwonlyargcount]
    return function(*first, **{name: names[name] for name in parameters if name in names})


SHARED = (
    CommandField(
        "--server HOST:PORT",
        BilingualText("Ask this server instead of working in process.", "改由此服务器回答，而不在本进程中计算。"),
        variable="TOUCHSTONE_SERVER",
    ),
    CommandField(
        "--profile NAME",
        BilingualText(
            "Take what is not given from this part of the profile file.", "未给出的内容取自配置文件的这一段。"
        ),
        variable="TOUCHSTONE_PROFILE",
    ),
    CommandField(
        "--token-file FILE",
        BilingualText(
            "With --server: the API key or token by which it knows you; else TOUCHSTONE_TOKEN holds it.",
            "与 --server 一起使用：服务器据以识别您的 API 密钥或令牌；否则取自 TOUCHSTONE_TOKEN。",
        ),
        kind=Path,
        variable="TOUCHSTONE_TOKEN_FILE",
    ),
    CommandField(
        "--ca FILE",
        BilingualText(
            "With --server: encrypt, and trust the authorities in this PEM file.",
            "与 --server 一起使用：加密，并信任此 PEM 文件中的签发机构。",
        ),
        kind=Path,
        variable="TOUCHSTONE_CA",
    ),
    CommandField(
        "--tls",
        BilingualText(
            "With --server: encrypt, and trust the usual authorities.",
            "与 --server 一起使用：加密，并信任通常的签发机构。",
        ),
        kind=bool,
        variable="TOUCHSTONE_TLS",
    ),
    CommandField(
        "--certificate FILE",
        BilingualText(
            "With --server: show it this certificate, a PEM file.",
            "与 --server 一起使用：向其出示此证书（PEM 文件）。",
        ),
        kind=Path,
        variable="TOUCHSTONE_CERTIFICATE",
    ),
    CommandField(
        "--certificate-key FILE",
        BilingualText("With --server: the private key of that certificate.", "与 --server 一起使用：该证书的私钥。"),
        kind=Path,
        variable="TOUCHSTONE_CERTIFICATE_KEY",
    ),
    CommandField(
        "--gazette FOLDER",
        BilingualText(
            "The folder of published scorecards; those of the installation if left out.",
            "已发布评分卡所在的文件夹；不给出则用随软件安装的。",
        ),
        kind=Path,
        variable="TOUCHSTONE_GAZETTE",
    ),
    CommandField(
        "--database-url URL",
        BilingualText(
            "The store that is asked or written without a server; TOUCHSTONE_DATABASE_URL otherwise.",
            "不经服务器时读写的存储；否则取自 TOUCHSTONE_DATABASE_URL。",
        ),
    ),
    CommandField(
        "--format",
        BilingualText(
            "text for people, json for programs (protobuf JSON).", "text 供人阅读，json（protobuf JSON）供程序读取。"
        ),
        kind=("text", "json"),
        default="text",
        variable="TOUCHSTONE_FORMAT",
    ),
    CommandField(
        "--out FILE",
        BilingualText("Write the answer to this file instead of the terminal.", "将答复写入此文件，而不显示在终端。"),
        kind=Path,
    ),
    CommandField(
        "--language",
        BilingualText("The language of words for people.", "面向人的文字所用的语言。"),
        kind=("en", "zh"),
        default="en",
        variable="TOUCHSTONE_LANGUAGE",
    ),
)
"""Shared options: command line, then environment, then profile."""
SHARED_NAMES = {field.name for field in SHARED}
