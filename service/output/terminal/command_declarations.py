"""Command declarations: model of commands, fields and results, shared options, and functions by name.

A `Command` is a declaration: strings, so that the help of all of them loads no code. Every package that has commands
gives them as `COMMANDS` in its `commands.py`, which imports this module and `service/output/terminal/fields.py` alone;
what they do stands in another module of the package, with ordinary imports. `service/cli/typer_front_end.py` makes the
parser, the help and the completion of them, `service/cli/command_execution.py` calls what they name, and
`service/cli/main.py` lists the packages.

    Command(
        "evidence list",                                            # noun and verb; a daily verb stands alone
        "evidence_service.EvidenceService/ListEvidenceFiles",       # a call of the API, or a function `module:name`
        Words("List the files that an organisation keeps.", "列出某机构保存的文件。"),
        fields=(ORGANIZATION, PAGE_SIZE, PAGE_TOKEN),
        examples=("evidence list organizations/example",),
        text="service.evidence.command_handlers:evidence_files_text",
    )

Words are those of a person: whole sentences, in both languages. A field is a place (`FOLDER`; `[CARD]` may be left out,
`FILE...` repeated) or an option (`--page-size`, with the name of its value `--out FILE`, with a short form `-o, --out`,
a pair `--weighed/--unweighed`). In code it is called as its word in small letters, or by its `name`.

Functions are named as strings and called by the names of their parameters: each gets those that it names of the fields,
the shared options (`server`, `gazette`, `database_url`, `format`, `out`, `language`) and, where they exist,
`request`, `ask` (calls the same method again) and `stubs` (`stubs("evidence_service.EvidenceService")` gives the stub
of a service). So most functions that word an answer fit as they are: `evidence_files_text(answer, language)`.

- A call of the API: a field with `to` goes into that field of the request, read by `read(text, …)` if there is one; the
  words of an enum are its choices, a file goes in with its `name` and `content`, and the language as `language_code`.
  `prepare(request, …)` changes the whole, `fold(answers, …)` makes one answer of several, `refused(error, …)` gives an
  error its place in a file that was read.
- A function gives an answer that `text` words, or makes a file of other software of (bytes, with `--out` alone);
  without `text`, its words, or a `CommandResult`. JSON is that of the message, or
  what `json(answer, …)` gives: a message, a document, or its text.
- `no(answer, …)` says whether the answer is a no, which ends with 1; `no_means` says in the help when it is.
- Of `text`, `json` and `no` a name without module is a field of the answer; `notes` of it go to standard error.
- `options` names which shared options mean something to a function: server, gazette, database_url, format,
  out. A call of the API takes server, format and out. Where another is given, it is refused.
- `file` names the field that holds a file, for the places of what is wrong in it; `seconds`, how long a server may
  take.

`tests/service/cli/test_declared.py` holds every declaration to this.
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
_ALWAYS = ("profile", "language")


class BilingualText(NamedTuple):
    """The same words in both languages."""

    en: str
    zh: str

    def __call__(self, language: str) -> str:
        """Give them in one."""
        return self.zh if language == "zh" else self.en


NOTHING = BilingualText("", "")


@dataclass(frozen=True)
class CommandField:
    """One word of the command line: a place or an option, and what it is for."""

    word: str
    help: BilingualText
    to: str = ""
    read: str = ""
    name: str = ""
    kind: Any = str
    """`str`, `int`, `bool`, `Path`, the choices there are, or the name of a function that gives them."""
    default: Any = None
    required: bool = False
    many: bool = False
    least: int | None = None
    most: int | None = None
    variable: str = ""
    """The variable of the environment that holds it where it is not given."""

    def __post_init__(self) -> None:
        """Call it as its word, if it is called nothing else."""
        named = self.opts[-1].partition("/")[0] if self.is_option else self.word
        object.__setattr__(self, "name", self.name or re.sub(r"[^a-z0-9]+", "_", named.lower()).strip("_"))

    @property
    def is_option(self) -> bool:
        """Say whether its name stands before it."""
        return self.word.startswith("-")

    @property
    def choices(self) -> tuple[str, ...]:
        """Give the choices there are; none where there is no choice."""
        resolved: Any = load_object(self.kind)() if isinstance(self.kind, str) else self.kind
        return resolved if isinstance(resolved, tuple) else ()

    @cached_property
    def opts(self) -> tuple[str, ...]:
        """Give the forms of an option, the shortest first."""
        return tuple(part.split()[0] for part in self.word.split(", "))

    @property
    def metavar(self) -> str:
        """Give what stands for its value."""
        return self.word.partition(self.opts[-1])[2].strip() if self.is_option else self.word.strip("[].")

    @property
    def is_required(self) -> bool:
        """Say whether there is no answer without it."""
        return self.required or not (self.is_option or self.word.startswith("["))

    @property
    def is_repeated(self) -> bool:
        """Say whether there may be several."""
        return self.many or self.word.rstrip("]").endswith("...")


@dataclass(frozen=True)
class CommandResult:
    """What a function says itself: words, the same as a document or message, and whether that is a no.

    `file` is what is written to a file as it is, instead of words: a document for other software.
    """

    text: str
    no: bool = False
    document: Any = None
    file: bytes = b""


@dataclass(frozen=True)
class Command:
    """One command: what it is called, what answers it, what it takes, and how the answer is told."""

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
    reads_only: bool | None = None
    """Whether an assistant may call it. Every function declares it; of a call of the API, the API does.

    True: it decides nothing, stores nothing and writes no file, apart from options that an assistant does not have.
    """

    @property
    def is_rpc(self) -> bool:
        """Say whether it is a call of the API."""
        return "/" in self.call

    @property
    def shared(self) -> tuple[CommandField, ...]:
        """Give the shared options that mean something to this one, but for those that it has itself."""
        shared_names = {*_ALWAYS, *(("server", "format", "out") if self.is_rpc else ()), *self.options}
        shared_names |= set(_SERVERS) if "server" in shared_names else set()
        own = {field.name for field in self.fields}
        return tuple(field for field in SHARED if field.name in shared_names and field.name not in own)


def load_object(path: str) -> Any:
    """Load what `module:name` names."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def call_by_name(path: str, *first: Any, names: Mapping[str, Any]) -> Any:
    """Call a function with what comes first, and those of the names that it asks for; or give what has that name."""
    if ":" not in path:
        return getattr(first[0], path)
    function = load_object(path)
    code = function.__code__
    asked = code.co_varnames[len(first) : code.co_argcount + code.co_kwonlyargcount]
    return function(*first, **{name: names[name] for name in asked if name in names})


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
"""The shared options: before or behind its name, else in the environment, else in the profile."""
GIVEN_NAMES = {field.name for field in SHARED}
