"""How is a scorecard evaluated? Plan, two evaluators that must agree, points, grades, and what is still open."""
