"""What is expected of somebody: each source brings its part, in one shape."""
