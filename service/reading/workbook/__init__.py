"""How do assessors fill in a workbook, and how is it read?"""
