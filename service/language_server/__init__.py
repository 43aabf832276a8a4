"""How does an editor learn, while somebody writes, what a draft says and what is wrong with it?"""
