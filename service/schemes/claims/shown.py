"""Which commands does the scheme add, and under which heads of the general help?"""

HEADS = {"claims": "On claims:"}
SHOWN = {"claims": ("claims screen", "claims check")}
SENTENCES = {
    "claims": "Find environmental claims in texts, and judge them by the published cards on claims.",
}
