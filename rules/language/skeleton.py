"""With which file does a scorecard begin, so that its author only has to fill them in?"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from rules.language.canonical import canonical
from rules.language.lexicon import lexicon

if TYPE_CHECKING:
    from datetime import date


def skeleton(card: str, day: date, language: str) -> dict[str, str]:
    """Write the file of a small card in one language, which takes effect on a day and is evaluated as of it.

    Cells that only the author can fill are blank, and nothing else is wrong: once they are filled the card checks
    clean, and every edge has an example. In both languages it says the same rules.
    """
    path = f"card.{language}.feature"
    text = resources.files(__package__).joinpath("skeletons", path).read_text(encoding="utf-8")
    return {path: canonical(text.replace("{card}", card).replace("{day}", day.isoformat()), lexicon(language))}
