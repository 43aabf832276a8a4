"""Helper for tests of screening: a screening result in comparable form."""

from rules.claims.screening.candidates import Candidate
from rules.claims.screening.screen import screen


def only(text: str, *languages: str) -> Candidate:
    candidates = screen(text, languages=languages).candidates
    assert len(candidates) == 1, candidates
    return candidates[0]


def spans(value: object) -> list[tuple[int, int, str]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"], value["quote"])] if "quote" in value else []
        return own + [span for part in value.values() for span in spans(part)]
    if isinstance(value, list | tuple):
        return [span for part in value for span in spans(part)]
    return []
