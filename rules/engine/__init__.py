"""Evaluation of a scorecard: plan, two evaluators that must agree, points, grades, open answers."""
