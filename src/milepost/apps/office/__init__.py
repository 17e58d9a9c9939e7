"""Offices of project management: what they are for, of which type, with whom, what they may decide, and how mature they are."""
