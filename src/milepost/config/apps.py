"""Makes Django run the checks of this installation at every start."""

from django.apps import AppConfig

from milepost.config import checks


class InstallationConfig(AppConfig):
    """The installation: its settings and what must hold for them."""

    name = "milepost.config"
    label = "installation"
    checks = checks.ALL
