"""Packs as files: one YAML file each, the shipped ones beside this module, and the long texts that they name in `texts/`."""

from milepost.apps.method.packs.problems import PackBroken
from milepost.apps.method.packs.reading import ReadPack, all_holes, read_pack

__all__ = ["PackBroken", "ReadPack", "all_holes", "read_pack"]
