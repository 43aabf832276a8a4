"""Messages of the recomputation command in English and Chinese, and its input error."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("en", "zh")

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def say(code: str, language: str, **slots: object) -> str:
    """Return a message in a language."""
    return str(WORDS[code][language]).format(**slots)


class GivenError(ValueError):
    """An input that does not conform to the specification."""

    def __init__(self, code: str, **slots: object) -> None:
        self._said = code, slots
        self.has_place = "part" in slots
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """Return the message in a language."""
        code, slots = self._said
        told = {name: slot.told(language) if isinstance(slot, GivenError) else slot for name, slot in slots.items()}
        return say(code, language, **told)


@contextmanager
def checking(part: str) -> Iterator[None]:
    """Add the name of the checked part to errors about it.

    Raises:
        GivenError: the part is not valid.
    """
    try:
        yield
    except GivenError as error:
        raise (error if error.has_place else GivenError("AT", part=part, problem=error)) from None
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError) as error:
        raise GivenError("FORM", part=part, problem=f"{type(error).__name__} {error}"[:200]) from None
