"""Handler of `cbam compare`: text, JSON document, workbook or HTML page."""

from __future__ import annotations

from pathlib import Path

from rules.contracts import InputError, Violation, message_factory
from service.base import instants
from service.input.given_files import read_file
from service.output.terminal.declared import CommandResult
from service.output.terminal.output import print_error
from service.output.terminal.progress import progress
from service.schemes.cbam.border_comparison import (
    PricingContext,
    compare,
    measure_columns,
    read_assumptions,
    read_years,
    words,
)
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.goods import MAXIMUM_BYTES, read_goods
from service.schemes.cbam.render_comparison import (
    comparison_document,
    comparison_page,
    comparison_text,
    comparison_workbook,
)
from touchstone.v1.cbam_service_pb2 import GoodsFile

_say = message_factory(__name__)

_PAGES, _WORKBOOK = (".html", ".htm"), ".xlsx"


def compare_goods(  # noqa: PLR0913, PLR0917 -- the words of the command line
    goods: Path,
    precursors: Path | None,
    years: str,
    assume: tuple[str, ...],
    full: bool,
    gazette: Path,
    format: str,
    out: Path | None,
    language: str,
) -> CommandResult:
    """Price a file of goods at every border; the ending of `out` says whether a page or a workbook is written."""
    ending = out.suffix.lower() if out is not None and format == "text" else ""
    if ending not in {"", ".txt", _WORKBOOK, *_PAGES}:
        raise InputError((Violation(str(out), _say("NO_SUCH_FORM"), "WRONG_FILE"),))
    pricing = PricingContext(gazette, instants.now(), read_years(years), read_assumptions(assume), language)
    reckoner = pricing.reckoner()
    try:
        listed = None if precursors is None else _file(precursors)
        also, newest = measure_columns(reckoner), reckoner.newest(CARD).scorecard
        read = read_goods(_file(goods), newest, precursors=listed, also=also)
        label = words(language)["compare"]["progress"] if format == "text" else ""
        with progress(len(read.lines), label) as advance:
            made = compare(read.lines, pricing, advance=advance)
        for note in read.notes if format == "text" else ():
            print_error(note.render(str(goods), language))
        document = comparison_document(made, language)
        if ending == _WORKBOOK:
            return CommandResult("", made.undetermined, document, comparison_workbook(made, reckoner, language))
        if ending in _PAGES:
            return CommandResult("", made.undetermined, document, comparison_page(made, reckoner, language))
        return CommandResult(comparison_text(made, reckoner, language, full=full), made.undetermined, document)
    finally:
        reckoner.close()


def _file(path: Path) -> GoodsFile:
    return GoodsFile(name=str(path), content=read_file(path, most=MAXIMUM_BYTES))
