"""The `milepost` command: each command module is loaded only when it is called."""
