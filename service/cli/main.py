"""Which commands are there? The entry point of `touchstone`."""

from __future__ import annotations

import gc
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer._click.utils import make_default_short_help  # typer carries click inside

from service.answering.terminal.loading import Later
from service.answering.terminal.options import help_of
from service.answering.terminal.output import put
from service.answering.terminal.usage import Group
from service.base.software import software_versions
from service.products import additions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

# Loading makes some 100,000 objects that stay; searching them for garbage at every 700 is a tenth of a short command.
gc.set_threshold(20_000, 10, 10)

_HERE = {
    "service.cli.evaluation_commands": {
        "evaluate": "Evaluate a dossier: score, grade, findings, what is missing, and what each result stands on.",
        "verify": "Verify an evaluation: digests, chain, rules in force, and recomputation to the last byte.",
        "scorecards": "List the published scorecards, or the versions and facts of one.",
    },
    "service.batch.commands": {
        "template": "Write the workbook (XLSX) that asks for the facts of a scorecard, to be filled in and evaluated.",
        "evaluate-batch": "Evaluate many subjects, and say in sum what came out.",
    },
    "service.batch.group_command": {
        "group": "Evaluate the subjects of a group, and add their figures up: by record, by subject and in sum.",
    },
    "service.cli.question_commands": {
        "explain": "Explain an evaluation: why the grade is what it is, what was lost, what is missing, which "
        "change leads up.",
        "simulate": "Say what another evaluation of the same subject would conclude, and which criteria move.",
    },
    "service.cli.report_commands": {
        "report": "Write an evaluation as one self-contained page to read, print on A4 and sign (docs/report.md).",
    },
    "service.cli.oscal_command": {
        "export-oscal": "Write an evaluation as OSCAL assessment results (JSON) for programs that exchange assessments "
        "(docs/oscal.md).",
    },
    "service.cli.archive_commands": {
        "evaluations": "List one page of the stored evaluations of an organisation, newest first.",
        "diff": "Say what differs in meaning between two versions, and which step of the version number that asks for.",
    },
    "service.calendar.commands": {
        "calendar": "Say which day brings what: versions and tables that begin or end, evidence that expires, "
        "findings due.",
    },
    "service.calendar.applied_command": {
        "applied": "Say what applied to a subject on a day, what was known then, and why that differs from what is "
        "known now.",
    },
    "service.corrections.commands": {
        "where-used": "List which stored results rest on something: a verifier, document, serial, table row, reading, "
        "value, version.",
    },
    "service.proofs.commands": {
        "bundle": "Write one file that proves an evaluation to anybody, without this server and without its operator.",
        "witness": "Watch a log as a witness: cosign each checkpoint that continues the last, and refuse and alarm on "
        "a fork.",
    },
    "service.cli.drafting_commands": {
        "new": "Begin a scorecard: a small one that explains itself, in English or Chinese, with blank cells to fill "
        "in.",
        "fmt": "Put the files of a draft into canonical form: indentation, and tables whose columns line up, Chinese "
        "or not.",
    },
    "service.language_server.commands": {
        "language-server": "Tell an editor what a draft says and what is wrong with it, over standard input and "
        "output.",
    },
    "service.cli.publish_commands": {
        "publish": "Publish a draft for ever: one canonical file with its digest and publish time beside it.",
    },
    "service.cli.mutate_commands": {
        "mutate": "Say which sentences of a card no example pins, by letting each slip in every way and running the "
        "examples.",
    },
    "service.cli.desk_commands": {
        "check": "Check a draft: compile it, run every example on both evaluators, and look for edges without example.",
        "edges": "Propose an example for every edge that none shows: a clause just holding, or only that "
        "clause just failing.",
        "export": "Write a scorecard as feature files in one language, in canonical form.",
        "schema": "Write the JSON Schema (draft 2020-12) of the dossiers that a scorecard takes.",
        "plan": "Show in which order a scorecard is computed and concluded, and by which generated code.",
    },
}
"""The commands by their modules, of which none is loaded for a command of another, each with its help in a sentence."""
_OPERATING = {
    "service.cli.server_commands": {
        "serve": "Serve the gRPC API, and if asked JSON over HTTP, until SIGTERM or Ctrl-C.",
        "rebuild-outcomes": "Write again, from the stored records, the tables by which evaluations are searched, "
        "ranked and listed.",
    },
    "service.watching.commands": {
        "status": "Say whether a server is ready, what software and schema it runs, and which versions and tables it "
        "holds.",
    },
    "service.cli.backup_commands": {
        "backup": "Back the store up into a folder, while servers go on writing to it, and check every record of "
        "the copy.",
        "restore": "Make a store from a backup, where there is none yet, and check every record of it.",
    },
}
_GROUPS = {
    "service.proofs.audit_command": {
        "audit": "Check the whole store, also while a server runs: every record, leaf, chain, tile, checkpoint, and "
        "the gazette.",
    },
    "service.erasure.commands": {
        "erase": "Say what would be erased of an evaluation or a subject, and where else it stands; with --for-ever, "
        "erase it.",
        "erasures": "List what was erased of the evaluations of an organisation: by whom, when and why.",
        "retention": "Say what of an organisation is kept for longer than the server is set to keep it; with "
        "--for-ever, erase it.",
        "hold": "Keep what is stored of a subject from being erased, let it be erased again, and list what is held.",
    },
    "service.evidence.commands": {
        "evidence": "Keep the files behind evidence on a server by their digests, get and list them, and check them.",
    },
    "service.cli.rule_tables_commands": {
        "rule-tables": "Edit the tables of a draft in a spreadsheet program: write them out, and bring them back.",
    },
    "service.cli.tables_commands": {
        "tables": "List, show, ask, compare, check and import reference tables, the numbers that scorecards look up.",
    },
    "service.cli.keys_commands": {
        "keys": "Make, list, rotate and revoke the API keys by which a server recognises callers."
    },
    "service.cli.review_commands": {
        "review": "Submit a draft, approve or reject it, and show where it stands; every act is signed, over the exact "
        "bytes.",
        "repeal": "Repeal a published version from a day on; its file stays, and so does what was evaluated under it.",
    },
    "service.proofs.log_commands": {
        "log": "Read the transparency log of a server, prove what stands in it and that it only grew, and mirror it.",
    },
    "service.cli.drafts_commands": {
        "drafts": "Draft on a server: save revisions, compare and comment them, and sign what is reviewed and "
        "published.",
    },
    "service.corrections.campaign_commands": {
        "campaign": "Lead through a correction: find the results that it touches, evaluate them again, and decide of "
        "each.",
    },
    "service.events.commands": {
        "events": "List what happened, how far each endpoint has been told of it, and tell it again.",
    },
}


def sentences() -> list[tuple[str, Mapping[str, str]]]:
    """Give the help of all commands in a sentence each, by their modules; groups of commands come last."""
    single, groups = dict[str, dict[str, str]](_HERE), dict[str, dict[str, str]](_GROUPS)
    for product in additions("shown"):
        grouped = {name.split()[0] for shown in product.SHOWN.values() for name in shown if " " in name}
        for name, said in product.SENTENCES.items():
            module = f"{product.__package__}.{getattr(product, 'MODULES', {}).get(name, 'commands')}"
            (groups if name in grouped else single).setdefault(module, {})[name] = said
    return [part for parts in (single, _OPERATING, groups) for part in parts.items()]


def modules() -> dict[str, str]:
    """Name all commands, each with its module."""
    return {name: module for module, names in sentences() for name in names}


class Touchstone(Group):
    """All commands, each loaded when it is called."""

    def __init__(self, **attributes: Any) -> None:
        """Know where they are."""
        super().__init__(**attributes)
        self.commands = Later(modules())

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write a sentence of each command, for which none is loaded."""
        said = {name: sentence for _, names in sentences() for name, sentence in names.items()}
        width = formatter.width - 6 - max(map(len, said))
        with formatter.section("Commands"):
            formatter.write_dl([(name, make_default_short_help(said[name], width)) for name in self.commands])


app = typer.Typer(
    name="touchstone",
    cls=Touchstone,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100},
)


def _show_version(asked: bool) -> None:
    if asked:
        put(f"touchstone {software_versions()['touchstone']}")
        raise typer.Exit


def touchstone(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and stop.")
    ] = False,
) -> None:
    r"""Score a subject's evidence against a published scorecard, with the trail that proves the result.

    \b
    {commands}

    \b
    Exit codes, for every command: 0 done, 1 done and the answer is no (a check failed), 2 something is wrong with
    what was given, 3 the server failed or cannot be reached, 70 a fault of touchstone itself, which please report,
    130 interrupted, 141 whoever read the answer left. With --format json an error, too, is written to standard output,
    as the JSON form of google.rpc.Status.
    """


_HEADS = {
    "assess": "To assess:",
    "author": "To author:",
    "read": "To read:",
    "operate": "To operate:",
}
_SHOWN = {
    "assess": (
        "scorecards", "template", "evaluate", "evaluate-batch", "group", "explain", "simulate", "verify", "bundle",
        "report", "evaluations", "export-oscal", "calendar", "applied", "where-used", "campaign",
    ),
    "author": (
        "new", "check", "fmt", "language-server", "rule-tables", "edges", "mutate", "diff", "export",
        "schema", "plan", "review", "drafts", "publish", "repeal", "tables",
    ),
    "operate": (
        "serve", "keys", "events", "log", "witness", "audit", "evidence", "erase", "erasures", "retention", "hold",
        "status", "backup", "restore", "rebuild-outcomes",
    ),
}  # fmt: skip


def _shown() -> str:
    """List the commands under their heads, those of the products behind the others."""
    products = tuple(additions("shown"))
    heads = _HEADS | {id: head for product in products for id, head in getattr(product, "HEADS", {}).items()}
    lists = {head: [*_SHOWN.get(head, ())] for head in heads}
    for product in products:
        for head, names in product.SHOWN.items():
            lists[head] += names
    return "\n".join(
        fill(", ".join(names), width=100, initial_indent=f"{heads[head]:13}", subsequent_indent=" " * 13)
        for head, names in lists.items()
        if names
    )


app.callback(help=help_of(touchstone).replace("{commands}", _shown()))(touchstone)

if __name__ == "__main__":
    app()
