"""The app of people, the tree of nodes and rights."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    """Who there is, what there is, and who may see it."""

    name = "milepost.apps.org"
    label = "org"
