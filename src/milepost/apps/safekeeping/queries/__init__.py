"""Looking whether everything is where it belongs."""
