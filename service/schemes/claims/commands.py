"""How are the commands about environmental claims called?"""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PlainFormatOption,
    ServerOption,
    add_command,
    help_of,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from service.schemes.claims.by_command import Checker
    from service.schemes.claims.interview import Learned

SourceArgument = Annotated[
    str,
    typer.Argument(
        metavar="TEXT|FILE",
        help="A text, a file (plain text, HTML, PDF, DOCX, PPTX), or - for a text on standard input.",
    ),
]
TextLanguageOption = Annotated[
    list[str] | None,
    typer.Option(
        "--text-language",
        metavar="CODE",
        help="The language of the text (en, de, fr, zh); may be repeated. Told from the text if left out.",
    ),
]
NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A brand, product or company name of the trader; may be repeated."),
]
WeighedOption = Annotated[
    bool,
    typer.Option(
        "--weighed/--unweighed",
        help="Whether the signs of whole sentences are weighed; if not, any sign of another subject, such as money "
        "or a report, decides.",
    ),
]


class Hearing(StrEnum):
    """How readily a sentence is heard as a claim."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    KEEN = "keen"


HearingOption = Annotated[
    Hearing,
    typer.Option(
        "--hearing",
        help="How readily a sentence is heard as a claim in which no lexicon finds words of one.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    add_command(group, "screen", screen_command)
    add_command(group, "check", check_command)
    group.callback(help=help_of(claims))(claims)
    app.add_typer(group, name="claims")


def claims() -> None:
    """Find environmental claims in texts, and judge them by the published cards on claims."""


def screen_command(  # noqa: PLR0913 -- one for each option
    source: SourceArgument,
    *,
    text_language: TextLanguageOption = None,
    name: NameOption = None,
    weighed: WeighedOption = True,
    hearing: HearingOption = Hearing.BALANCED,
    server: ServerOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Mark the candidate claims of a text: where, of which kind, how qualified, and which facts are still to be given.

    English, Chinese, German, French, Dutch, Italian, Spanish and Danish are screened. What is in another language is
    named as not screened.

    \b
    Examples:
      touchstone claims screen "Our bottle is 100% recycled*"
      touchstone claims screen page.html --language zh
      touchstone claims screen brochure.pdf --format json
      touchstone claims screen "Wash with EcoPure" --name EcoPure

    \b
    Exit codes: 0 screened, 2 the file cannot be read, 3 the server failed.
    """
    from service.schemes.claims import screen_command as screening  # noqa: PLC0415 -- not for the help

    with answering(form):
        languages = tuple(text_language or ())
        found = screening.screened(
            source,
            languages=languages,
            names=tuple(name or ()),
            weighed=weighed,
            hearing=hearing.value,
            server=server,
        )
        if form is Format.JSON:
            put(screening.screening_json(found))
        else:
            put(screening.screening_text(found, language.value))


def check_command(  # noqa: PLR0913 -- one for each option
    source: SourceArgument,
    *,
    jurisdiction: Annotated[
        str,
        typer.Option(
            "--jurisdiction",
            metavar="IDS",
            help="Where the claim is shown, such as EU-DE,UK,US-CA. EU is the law of the Union without that of a "
            "Member State. Required; an unknown one lists the known.",
        ),
    ] = "",
    shown_on: Annotated[
        str | None,
        typer.Option(
            "--shown-on",
            metavar="DATE|FROM..UNTIL",
            help="The day, or first and last day, on which it is shown. The as-of date if left out.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The date for which the rules are read. Today if left out."),
    ] = None,
    known: KnownOption = None,
    facts: Annotated[
        Path | None,
        typer.Option("--facts", metavar="FILE", help="Facts that no text shows, of all claims and of single ones."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            metavar="WHO",
            help="Whom it addresses: consumers (or b2c), businesses (or b2b), investor, public_authority.",
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="WHAT",
            help="What it is about: product, packaging, component, category, process, service, site, event, brand, "
            "trader, financial_product. What the words of a claim show is overruled.",
        ),
    ] = None,
    medium: Annotated[
        str | None,
        typer.Option(
            "--medium",
            metavar="WHERE",
            help="Where it stands: pack, pos, web, social, tv_audio, print, app, name, label_graphic, report, b2b_doc.",
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="What it stands in: commercial, mandatory_report, institutional or mandatory_label. Taken as "
            "commercial if nothing says.",
        ),
    ] = None,
    fact: Annotated[
        list[str] | None,
        typer.Option(
            "--fact",
            metavar="NAME=VALUE",
            help="One more fact about every claim, such as offsets_used=no, specification=none or "
            "claim_types=[generic]; may be repeated. The answer names the facts that would decide; "
            "`touchstone card show CARD` lists all with their values.",
        ),
    ] = None,
    not_assumed: Annotated[
        list[str] | None,
        typer.Option(
            "--not-assumed",
            metavar="FACT",
            help="A fact not to be taken from the words of claims, as --fact FACT=unknown; may be repeated. The answer "
            "names each that was, with the words that show it.",
        ),
    ] = None,
    text_language: TextLanguageOption = None,
    name: NameOption = None,
    weighed: WeighedOption = True,
    hearing: HearingOption = Hearing.BALANCED,
    ask: Annotated[
        bool,
        typer.Option(
            "--ask", help="Ask what decides, one question after the other, and write the answers to a file of facts."
        ),
    ] = False,
    facts_out: Annotated[
        Path | None,
        typer.Option(
            "--facts-out",
            metavar="FILE",
            help="Where --ask writes the facts; claims-facts.yaml, or the first free name after it, if left out.",
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option("--full", help="Tell every rule with its clause and what was assessed, not the short answer."),
    ] = False,
    server: ServerOption = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Judge every claim of a text, jurisdiction by jurisdiction: the verdict that stands, how sure, what decides.

    What a text cannot show stays unknown unless it is given: for all claims by options, for single claims in a file. A
    claim that is shown while rules begin or end is judged for each part of that time. The answer fits on a screen;
    --full tells every rule. With --server the evaluations are stored there, and the answer names them.

    \b
    Examples:
      touchstone claims check "Our bottle is carbon neutral" --jurisdiction EU-DE,UK,US --audience consumers
      touchstone claims check "eco-friendly" --jurisdiction EU-DE --audience consumers --fact specification=none
      touchstone claims check pack.pdf --jurisdiction EU-FR --shown-on 2026-09-01..2026-12-31 --facts facts.yaml
      touchstone claims check page.html --jurisdiction CN --language zh --format json
      touchstone claims check "Our cups are recyclable" --jurisdiction UK,US --ask --facts-out cups.yaml

    \b
    Exit codes: 0 judged, 1 judged and a claim is prohibited or misleading, 2 the text, an option or a fact cannot be
    accepted, 3 the server failed.
    """
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- not for the help
    from service.schemes.claims.by_command import Checker, CheckOptions, check_json  # noqa: PLC0415 -- likewise
    from service.schemes.claims.full_text import full_text  # noqa: PLC0415 -- likewise
    from service.schemes.claims.interview import Learned  # noqa: PLC0415 -- likewise
    from service.schemes.claims.short_text import short_text  # noqa: PLC0415 -- likewise

    with answering(form, dossier=facts):
        options = CheckOptions(
            jurisdictions=jurisdiction,
            shown_on=shown_on,
            as_of=as_of,
            known=known,
            facts=facts,
            stated={"audience": audience, "subject_level": level, "medium": medium, "kind": kind},
            single_facts=tuple(fact or ()),
            text_languages=tuple(text_language or ()),
            names=tuple(name or ()),
            weighed=weighed,
            hearing=hearing.value,
            server=server,
            language=language.value,
            not_assumed=tuple(not_assumed or ()),
        )
        with closing(Checker(source, options, Gazette(gazette))) as checker:
            learned = _asked(checker, source, facts_out, language) if ask else Learned()
            checked = checker.checked(learned)
        write = check_json if form is Format.JSON else full_text if full else short_text
        put(write(checked))
        if checked.answer.has_fault:
            raise typer.Exit(Exit.NEGATIVE)


def _asked(checker: Checker, source: str, facts_out: Path | None, language: Language) -> Learned:
    """Ask on the terminal, so that the answer alone is on standard output, and write what was learned."""
    from service.base.durable_files import replace_file  # noqa: PLC0415 -- only where somebody is asked
    from service.schemes.claims.frame import words  # noqa: PLC0415 -- likewise
    from service.schemes.claims.interview import (  # noqa: PLC0415 -- likewise
        Interview,
        Learned,
        facts_file,
    )
    from service.schemes.claims.refusals import Refusals  # noqa: PLC0415 -- likewise
    from service.schemes.claims.sources import NAMES  # noqa: PLC0415 -- likewise

    if source == "-":
        refusals = Refusals(NAMES)
        refusals.note(None, "--ask", "ASK_INPUT", "WRONG_VALUE")
        raise refusals.error()
    lines = iter(sys.stdin.readline, "")
    interview = Interview(checker.judged, language.value, lambda: next(lines, None), complain)
    learned = interview.learned()
    if learned != Learned():
        path = facts_out or _free(Path("claims-facts.yaml"))
        replace_file(path, facts_file(checker.given(learned)).encode())
        said = words(language.value)["asking"]["saved"]
        complain(said.format(count=interview.answered, path=path))
    return learned


def _free(path: Path) -> Path:
    """Give the first name under which there is no file yet, so that nobody's facts are lost."""
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((name for name in names if not name.exists()), path)
