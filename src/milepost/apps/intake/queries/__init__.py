"""Reading requests, forms and criteria."""
