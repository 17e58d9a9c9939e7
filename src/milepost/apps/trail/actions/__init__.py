"""The one write of the trail."""
