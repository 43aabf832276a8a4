"""How are the tables of a draft edited in a spreadsheet program and brought back?"""
