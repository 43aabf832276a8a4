"""Improvement plans: the solver that searches them."""
