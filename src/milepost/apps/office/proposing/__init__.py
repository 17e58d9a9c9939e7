"""What the set-up assistant proposes, each with the reasons that it was computed from: answers and figures in, proposals out."""
