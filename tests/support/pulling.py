"""A scheduled pull for tests: its file cannot be fetched."""

from pathlib import Path

from tests.support.small_card import CARD


def unreachable_pull(folder: Path) -> str:
    """Write the settings of one pull from a host that does not exist."""
    lines = ("[pulls.meter]", 'url = "https://pulls.invalid/a.csv"', 'organization = "example"', f'batch = "{CARD}"')
    path = folder / "pulls.toml"
    path.write_text("\n".join([*lines, 'mapping = "meter"', 'interval = "7 d"', ""]), encoding="utf-8")
    return str(path)
