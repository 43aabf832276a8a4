"""How does a text in YAML or JSON become a tree whose nodes know their places, and how is told what is wrong there?"""
