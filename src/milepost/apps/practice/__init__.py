"""The method in daily use: what is expected of whom, questions to the office, handbook, training, and how well it is kept."""
