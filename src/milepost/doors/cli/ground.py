"""Setting the installation up for a command that needs its database."""

from __future__ import annotations

from importlib import import_module

from milepost.kernel.errors import MilepostError


class NoDataFolder(MilepostError):
    """The data folder cannot be written: {reason}. Name another one in MILEPOST_DATA_DIR."""

    code = "data_folder.unwritable"
    status = 500


def prepare() -> None:
    """Set Django up. The configuration stands above the doors, so it is called by name, as Django itself does. Raises NoDataFolder."""
    try:
        import_module("milepost.config.ground").prepare()
    except OSError as error:
        raise NoDataFolder(reason=error) from None
