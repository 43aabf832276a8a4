"""Which commands does the scheme add, and under which heads of the general help?"""

HEADS = {"claims": "On claims:"}
SHOWN = {"claims": ("claims screen", "claims check")}
