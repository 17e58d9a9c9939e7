"""What can be wrong with a backup, and with the place where it shall go."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class NoBackup(MilepostError):
    """{file} is not a backup of Milepost: {reason}. Nothing was changed."""

    code = "backup.unreadable"
    status = 422


class BackupDamaged(MilepostError):
    """The backup {file} is damaged at {part}. Nothing was changed; take another backup."""

    code = "backup.damaged"
    status = 422


class BackupNewer(MilepostError):
    """The backup {file} was made by a newer Milepost ({version}; it has {step}). Install that version or a later one, then restore. Nothing
    was changed."""

    code = "backup.newer"
    status = 422


class BackupIncomplete(MilepostError):
    """What was read back differs from the backup in the table {table}. The old data stays in use, and nothing was changed."""

    code = "backup.incomplete"
    status = 500


class StillServing(MilepostError):
    """Milepost is running on {where}. Stop it first: what people write meanwhile would be lost. Nothing was changed."""

    code = "installation.serving"
    status = 409


class NotEmpty(MilepostError):
    """The database at {where} is not empty. Name an empty one. Nothing was changed."""

    code = "database.not_empty"
    status = 409


class SameDatabase(MilepostError):
    """That is the database in use already. Nothing was changed."""

    code = "database.same"
    status = 409


class BackupExists(MilepostError):
    """There is a file at {file} already. Name another one. Nothing was written."""

    code = "backup.exists"
    status = 409
