"""What do people see who lead cases in a browser, and what does the public see of certificates?"""
