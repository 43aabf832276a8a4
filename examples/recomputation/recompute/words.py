"""Messages of the recomputation command in English and Chinese, and its input error."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("en", "zh")

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def say(code: str, language: str, **slots: object) -> str:
    """Say something in a language."""
    return str(WORDS[code][language]).format(**slots)


class GivenError(ValueError):
    """What was given cannot be read as the specification says."""

    def __init__(self, code: str, **slots: object) -> None:
        """Take what is said and its slots."""
        self._said = code, slots
        self.has_place = "part" in slots
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """Say it in a language."""
        code, slots = self._said
        told = {name: slot.told(language) if isinstance(slot, GivenError) else slot for name, slot in slots.items()}
        return say(code, language, **told)


@contextmanager
def checking(part: str) -> Iterator[None]:
    """Say of which part it is that it is not as it should be.

    Raises:
        GivenError: it has not.
    """
    try:
        yield
    except GivenError as error:
        raise (error if error.has_place else GivenError("AT", part=part, problem=error)) from None
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError) as error:
        raise GivenError("FORM", part=part, problem=f"{type(error).__name__} {error}"[:200]) from None
