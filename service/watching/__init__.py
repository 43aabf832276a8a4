"""How is a server seen from outside: what it counts, whether it is ready, what it runs?"""
