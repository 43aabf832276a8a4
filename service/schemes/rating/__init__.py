"""Rating: comparison of assessors, weights of indicators, and ranking of subjects."""
