"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"assess": ("rank", "ratings compare"), "author": ("weights",)}
SENTENCES = {
    "rank": "Rank the subjects of one track by the score of the evaluation that each had stored last.",
    "weights": "Weigh indicators by the precedence chart (优序图法): judgements of pairs become points, with "
    "all arithmetic.",
    "ratings": "Put together what several assessors read of one subject, each independently of the others.",
}
