"""Where do independent assessors of one subject agree, and what settles their differences?"""
