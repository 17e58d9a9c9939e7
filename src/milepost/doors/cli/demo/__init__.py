"""The demo organisation: invented people, projects and half a year of progress, made by the same actions that people use."""
