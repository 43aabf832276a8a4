"""Where does each subject of one track stand?"""
