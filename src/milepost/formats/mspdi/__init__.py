"""Microsoft Project XML (MSPDI): read it into frozen data with a report, and write it back."""
