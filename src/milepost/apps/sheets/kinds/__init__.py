"""Kinds of sheets: what each is made of, which there are, and who may do what in one."""
