"""The method of an office: packs and their versions, what holds where, findings of the linter, waivers."""
