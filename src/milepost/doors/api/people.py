"""People, and who may see what."""

from __future__ import annotations

from ninja import Router

router = Router(tags=["people"])
