"""How is a track of subjects shown in the order of their standings?"""
