"""Where do the files behind evidence rest, and which may come in?"""
