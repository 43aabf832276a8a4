"""Where does a certification body keep a case, from its application to certificate and appeal?"""
