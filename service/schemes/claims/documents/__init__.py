"""How does a file become text whose blocks can be screened for claims?"""
