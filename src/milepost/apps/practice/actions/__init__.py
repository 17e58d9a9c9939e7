"""The actions of the app: each is a deed with its event."""
