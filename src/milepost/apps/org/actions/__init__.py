"""Every write to people, nodes and grants, one verb a file."""
