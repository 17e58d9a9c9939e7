"""Reading plans for somebody: the portfolio, a project, why a task stands where it stands."""
