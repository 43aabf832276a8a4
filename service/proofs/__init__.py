"""How does somebody check a result who trusts neither the server nor its operator?"""
