"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"assess": ("cbam template", "cbam declare"), "read": ("quarterly-report",)}
SENTENCES = {
    "quarterly-report": "Read a CBAM quarterly report of the transitional period: check it against its schema and "
    "list its goods.",
    "cbam": "Compute a year of goods under the Carbon Border Adjustment Mechanism of the EU: template, then declare.",
}
