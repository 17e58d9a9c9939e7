"""What an edit of a sheet, or an upload, may refuse."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class RowDeleted(MilepostError):
    """{who} deleted this row at {at}, so your edit was not saved. Undo the deletion or write it elsewhere."""

    code = "sheet.row_deleted"
    status = 409


class ColumnUnknown(MilepostError):
    """There is no column {key} in this sheet."""

    code = "sheet.column_unknown"
    status = 422


class ColumnComputed(MilepostError):
    """{title} is computed and cannot be written."""

    code = "sheet.column_computed"
    status = 422


class ColumnTypeUnknown(MilepostError):
    """A column cannot be of type {type}. It can be one of: {types}."""

    code = "sheet.column_type_unknown"
    status = 422


class SettingUnknown(MilepostError):
    """There is no setting {name} in this sheet."""

    code = "sheet.setting_unknown"
    status = 422


class ChoicesMissing(MilepostError):
    """A choice column needs at least one choice."""

    code = "sheet.choices_missing"
    status = 422


class TooMuch(MilepostError):
    """One change can hold at most {most} {what}. Split it into several."""

    code = "sheet.too_much"
    status = 422


class NothingToUndo(MilepostError):
    """There is nothing left that you could undo in this sheet."""

    code = "sheet.nothing_to_undo"
    status = 409


class NothingToRedo(MilepostError):
    """There is nothing that you could redo in this sheet."""

    code = "sheet.nothing_to_redo"
    status = 409


class UploadTooLarge(MilepostError):
    """The file is larger than {limit} MB. Save it without attachments, or split the plan."""

    code = "upload.too_large"
    status = 413


class UploadsFull(MilepostError):
    """Your uploads of the last 24 hours hold more than {limit} MB. Wait until the first of them are deleted."""

    code = "upload.full"
    status = 409


class UploadEmpty(MilepostError):
    """The file is empty."""

    code = "upload.empty"
    status = 422


class UploadIncomplete(MilepostError):
    """The upload broke off after {size} bytes. Upload the file again."""

    code = "upload.incomplete"
    status = 400


class UploadChanged(MilepostError):
    """The uploaded file is not the one that was checked. Upload it again."""

    code = "upload.changed"
    status = 409


class ProfileStays(MilepostError):
    """{name} is the profile of its project and goes with it. Delete the project instead."""

    code = "sheet.profile_stays"
    status = 422


class ProfileOneRow(MilepostError):
    """The profile of a project has one row, the project itself. Make and delete projects in the tree instead."""

    code = "sheet.profile_one_row"
    status = 422


class MentionOutside(MilepostError):
    """{name} may not see this row, so your comment was not saved. Share it with them first, or leave the mention out."""

    code = "comment.mention_outside"
    status = 422


class CommentEmpty(MilepostError):
    """A comment needs some text."""

    code = "comment.empty"
    status = 422


class DiskFull(MilepostError):
    """There is no room left on the server's disk for {name}. Nothing was kept. Tell your administrator."""

    code = "file.disk_full"
    status = 507


class ContentMissing(MilepostError):
    """The content of {name} is missing on the server. Its entry was kept. Ask your administrator to restore it from a backup."""

    code = "file.missing"
    status = 410


class KindNotHere(MilepostError):
    """A register of the kind {title} cannot stand in a {node}."""

    code = "kind.not_here"
    status = 422


class ColumnDeclared(MilepostError):
    """The column {title} belongs to the kind of this register. Change the declaration of the kind instead."""

    code = "sheet.column_declared"
    status = 422
