"""What people say of a project against what its figures say (rule P9)."""

from __future__ import annotations

from milepost.engines.status.model import Agreement, Colour, Comparison, Proposal


def compare(stated: Colour | None, proposal: Proposal) -> Comparison:
    """Whether a project calls itself better or worse than its figures do."""
    proposed = proposal.overall
    if stated is None or stated is Colour.GREY:
        return Comparison(Agreement.NOT_STATED, "Nobody has stated a status.")
    if proposed is Colour.GREY:
        return Comparison(Agreement.NO_DATA, f"Stated {_name(stated)}; there are no data to compare it with.")
    if stated is proposed:
        return Comparison(Agreement.AGREES, f"Stated {_name(stated)}, and the figures agree.")
    rosier = stated.severity < proposed.severity
    why = f" {proposal.deciding[0].sentence}" if rosier else ""
    agreement = Agreement.ROSIER if rosier else Agreement.GLOOMIER
    return Comparison(agreement, f"Stated {_name(stated)}, but the figures say {_name(proposed)}.{why}")


def _name(colour: Colour) -> str:
    return colour.name.lower()
