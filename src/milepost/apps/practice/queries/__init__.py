"""Reading the method in daily use."""
