"""Scores by which requests are compared: weighted, WSJF, RICE, pairwise."""
