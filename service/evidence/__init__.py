"""How are the files behind evidence taken in, given back, listed and checked?"""
