"""Reading methods: what holds where, what is not kept, what was waived."""
