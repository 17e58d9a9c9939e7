"""Setting the installation up for a command that needs its database."""

from __future__ import annotations

from importlib import import_module

from milepost.kernel.errors import MilepostError


class NoDataFolder(MilepostError):
    """The data folder cannot be written: {reason}. Name another one in MILEPOST_DATA_DIR."""

    code = "data_folder.unwritable"
    status = 500


class NoDatabase(MilepostError):
    """The database cannot be used: {reason}. Check MILEPOST_DATABASE_URL, and that a database server runs where it leads to one."""

    code = "database.unreachable"
    status = 500


def prepare(*, alone: bool = False) -> None:
    """Set Django up, and knock at the database. The configuration stands above the doors, so it is called by name, as Django itself does.

    Until the process ends nobody restores or moves what it works on; `alone` is for the commands that do just that, and refuse others
    themselves. Raises NoDataFolder and NoDatabase.
    """
    try:
        import_module("milepost.config.ground").prepare()
        if not alone:
            import_module("milepost.apps.safekeeping.serving").say_serving()
    except OSError as error:
        raise NoDataFolder(reason=error) from None
    _knock()


def _knock() -> None:
    """One connection of its own: a pool would try again for half a minute before it says what is wrong."""
    django_db = import_module("django.db")
    connection = django_db.connections.create_connection("default")
    options = {name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"}
    connection.settings_dict = {**connection.settings_dict, "OPTIONS": options}
    try:
        connection.ensure_connection()
    except django_db.DatabaseError as error:
        raise NoDatabase(reason=str(error).strip().splitlines()[0]) from None
    finally:
        connection.close()
