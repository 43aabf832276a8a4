"""What do the `cbam` commands do?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.output import complain
from service.base import instants
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette
from service.reading.tabular.books import no_xlsx_name
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.reckoning import Reckoner
from service.schemes.cbam.template import write_template
from touchstone.v1 import cbam_service_pb2

_say = speaker(__name__)


def declared(answer: cbam_service_pb2.DeclareGoodsResponse) -> str:
    """Give the declaration, and say on standard error what was read otherwise than it is written."""
    for note in answer.notes:
        complain(note)
    return answer.text


def document(answer: cbam_service_pb2.DeclareGoodsResponse) -> Any:
    """Give the declaration for programs."""
    declared(answer)
    return json.loads(answer.declaration_json)


def is_undetermined(answer: cbam_service_pb2.DeclareGoodsResponse) -> bool:
    """Say whether something is not determined."""
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
