"""How the tables of people, nodes and rights came to be."""
