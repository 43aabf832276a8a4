"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"assess": ("rank", "ratings compare"), "author": ("weights",)}
