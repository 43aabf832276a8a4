"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"assess": ("cbam template", "cbam declare"), "read": ("quarterly-report",)}
