"""How are millions of subjects screened by columns, in files and by all cores?"""
