"""How do judgements of pairs become the points of indicators?"""
