"""The rules of the linter: each a function of plain facts, each with a good and a bad project in the tests."""
