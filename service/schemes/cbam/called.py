"""What do the `cbam` commands do?"""

from __future__ import annotations

from pathlib import Path

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.given_options import read_settings
from service.answering.terminal.named_rules import read_known
from service.answering.terminal.output import complain
from service.base import instants
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette
from service.reading.tabular.books import no_xlsx_name
from service.schemes.cbam.declaration import CARD, Declaration, declare
from service.schemes.cbam.goods import GoodsFile, read_goods
from service.schemes.cbam.reckoning import Reckoner
from service.schemes.cbam.template import write_template

_say = speaker(__name__)


def declared(  # noqa: PLR0913 -- one for each option
    goods: Path, *, precursors: Path | None, settings: list[str], known: str | None, language: str, gazette: Path
) -> Declaration:
    """Evaluate every line, and say on standard error what was read otherwise than it is written."""
    shelves = Gazette(gazette)
    other = None if precursors is None else GoodsFile.read(precursors)
    read = read_goods(GoodsFile.read(goods), shelves.newest(CARD).scorecard, precursors=other)
    for note in read.notes:
        complain(note.render(str(goods), language))
    return declare(
        read.lines,
        gazette=shelves,
        shelf=Shelf(gazette / FOLDER),
        known=read_known(known),
        settings=read_settings(settings),
        language=language,
    )


def is_undetermined(answer: Declaration) -> bool:
    """Say whether something could not be determined."""
    return answer.undetermined


def write_workbook(file: Path, language: str, gazette: Path) -> str:
    """Write an empty workbook, and say nothing.

    Raises:
        InputError: it exists already, or is to be no workbook.
    """
    if file.exists() or file.suffix.lower() != ".xlsx":
        said = _say("WORKBOOK_EXISTS") if file.exists() else no_xlsx_name(file)
        raise InputError((Violation(str(file), said, "WRONG_FILE"),))
    reckoner = Reckoner(Gazette(gazette), Shelf(gazette / FOLDER), instants.now())
    try:
        write_template(file, CARD, reckoner, language)
    finally:
        reckoner.close()
    return ""
