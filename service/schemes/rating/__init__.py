"""How do assessors, weights and standings become points and places?"""
