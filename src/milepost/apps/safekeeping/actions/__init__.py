"""Back up, restore, move to another database."""
