"""How is `export-oscal` called?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, words_of
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    EvaluationArgument,
    GazetteOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Language, answering, put

if TYPE_CHECKING:
    from service.answering.verified import Verified

_say = speaker(__name__)

_LARGEST = 256 * 1024 * 1024


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "export-oscal", export_oscal_command)


def export_oscal_command(  # noqa: PLR0913 -- one for each option
    evaluation: EvaluationArgument,
    *,
    bundle: Annotated[
        Path | None, typer.Option("--bundle", metavar="FILE", help="Link its proof bundle, by the digest of this file.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to this file.")] = None,
    server: Annotated[
        str | None, typer.Option("--server", metavar="HOST:PORT", help="Fetch a stored evaluation from this server.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write an evaluation as OSCAL assessment results (JSON) for programs that exchange assessments (docs/oscal.md).

    The seven checks of `verify` are made first; if one fails, nothing is written. The same evaluation and options give
    the same bytes: identifiers follow from digests.

    \b
    Examples:
      touchstone report result.json --as oscal --out results.json
      touchstone report organizations/example/evaluations/UUID --as oscal --server 127.0.0.1:50051 --bundle bundle.json

    \b
    Exit codes: 0 written, 1 a check failed, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.answering import issuing  # noqa: PLC0415 -- not for the help
    from service.cli.verify import read_verified, unless_verified  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(), unless_verified("no_export"):
        verified = read_verified(evaluation, Gazette(gazette), server)
        digest = "" if bundle is None else _bundle_digest(bundle, verified)
        document = issuing.written(verified, issuing.Form.OSCAL, language=language.value, bundle_digest=digest)
        put(document.decode(), out)


def _bundle_digest(path: Path, verified: Verified) -> str:
    from rules.contracts.canonical import digest  # noqa: PLC0415 -- not for the help
    from service.answering.bundles import read_bundle  # noqa: PLC0415 -- likewise
    from service.reading.given_files import read_file  # noqa: PLC0415 -- likewise

    content = read_file(path, most=_LARGEST)
    try:
        of = json.loads(read_bundle(content).evaluation.leaf).get("record_digest")
    except (TrailError, ValueError, AttributeError) as error:
        raise InputError((Violation("--bundle", words_of(error), "MALFORMED"),)) from None
    if of != verified.evaluation.record_digest:
        raise InputError((Violation("--bundle", _say("OTHER_BUNDLE"), "WRONG_VALUE"),))
    return digest(content)
