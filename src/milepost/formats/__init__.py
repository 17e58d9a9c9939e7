"""Files in and out, without Django: bytes to frozen data with a report, and back."""
