"""What a person's edit of a plan means: translated, cell by cell, before it is applied."""
