"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"read": ("passport",)}
