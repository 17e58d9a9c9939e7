"""Lists in and out: a file is guessed at, matched to the columns of a kind, tried without writing, and imported; registers go out."""
