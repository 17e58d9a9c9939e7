"""What a list means, from its cells alone: header, types, styles of dates and numbers, key, hierarchy. Pure; rules are in the tests."""
