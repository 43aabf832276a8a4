"""What does the command say, in English and in Chinese?"""

import tomllib
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
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """Say it in a language."""
        code, slots = self._said
        return say(code, language, **slots)
