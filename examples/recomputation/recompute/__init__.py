"""Can a record be computed again from docs/spec/ alone, without the software that made it?"""
