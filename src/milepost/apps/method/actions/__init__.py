"""The writes of the app: packs, what holds where, findings, waivers."""
