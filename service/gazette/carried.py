"""May this folder be written to, or did it come with the installation?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.folders import CARRIED

if TYPE_CHECKING:
    from pathlib import Path

_say = speaker(__name__)


def refuse_carried(folder: Path) -> None:
    """Refuse to write into the gazette that a wheel carried, because the next installation would lose what is added.

    Raises:
        InputError: the folder is the gazette of the installation, or lies in it.
    """
    if folder.resolve().is_relative_to(CARRIED.resolve()):
        raise InputError((Violation("gazette", _say("CARRIED", folder=CARRIED), "READ_ONLY"),))
