"""Look again at a project that somebody opens."""

from __future__ import annotations

from datetime import datetime

from milepost.apps.method.actions.run_lint import lint_if_changed
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.queries import tree


def look_again(*, actor_id: int, node_id: int, at: datetime) -> None:
    """Hold a project against its method again if something happened there since, so that its reader sees what is true now.

    Of any other node nothing is looked at: the background follows the trail for it. Raises NotFound.
    """
    if tree.place(actor_id, node_id).kind == NodeKind.PROJECT:
        lint_if_changed(node_id, at=at)
