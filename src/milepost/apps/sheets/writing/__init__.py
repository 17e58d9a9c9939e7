"""How a sheet changes: from what a person typed to rows, the log, and what everybody who looks on is told."""
