"""What the server does in the background: one thread in each process, one process at a time."""
