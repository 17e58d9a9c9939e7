"""The tree: units, portfolios, programmes, projects and folders."""

from __future__ import annotations

from ninja import Router

router = Router(tags=["nodes"])
