"""The door by which a project comes: request forms, triage, business case, scoring, approval, and the start of what was approved."""
