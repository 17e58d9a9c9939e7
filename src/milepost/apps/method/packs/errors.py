"""What packs and their use refuse, in the sentences that a user reads."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class PackTaken(MilepostError):
    """There is a pack {key} already. Choose another key."""

    code = "pack.taken"
    status = 409


class PackShipped(MilepostError):
    """{key} came with Milepost and is not changed here. Copy it and change your own."""

    code = "pack.shipped"
    status = 409


class PackElsewhere(MilepostError):
    """The pack {key} belongs to another place; it is changed there, and held only at that place and below."""

    code = "pack.elsewhere"
    status = 409


class NoDraft(MilepostError):
    """There is no draft of {key}. Begin one from a version."""

    code = "pack.no_draft"
    status = 404


class DraftMoved(MilepostError):
    """Somebody else saved this draft since you opened it. What you wrote is still in your window; look at theirs first."""

    code = "pack.draft_moved"
    status = 409


class NotReleased(MilepostError):
    """Version {number} of {key} is not released, so it cannot be taken up."""

    code = "pack.not_released"
    status = 409


class VersionHeld(MilepostError):
    """Version {number} of {key} still holds somewhere. Let another version hold there first."""

    code = "pack.version_held"
    status = 409


class NothingHolds(MilepostError):
    """No method holds for {name}."""

    code = "method.none"
    status = 409


class NotInPack(MilepostError):
    """The method of this project has no {what} {key}."""

    code = "method.not_in_pack"
    status = 422


class DocumentMoved(MilepostError):
    """Somebody else saved this document since you opened it. What you wrote is still in your window; look at theirs first."""

    code = "document.moved"
    status = 409


class PartNotPlain(MilepostError):
    """This part of the pack is written so that a form cannot change it: {reason}. Change it in the text."""

    code = "pack.part_not_plain"
    status = 422
