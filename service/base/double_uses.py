"""Under which ids is it told that something was used before?"""

from __future__ import annotations

OTHER_SUBJECT = "ARCHIVE.OTHER_SUBJECT"
OTHER_PERIOD = "ARCHIVE.OTHER_PERIOD"
OTHER_ORGANIZATION = "ARCHIVE.OTHER_ORGANIZATION"
"""Another organisation used a number; whose it is only some are told."""
