"""How are the cells of workbooks and of files of separated values opened, whoever reads them?"""
