"""Do we need an office: how stretched a part of the organisation is, read from the register alone."""
