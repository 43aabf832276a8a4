"""What does an importer of CBAM goods owe, line by line and in total?"""
