"""The events of packs and their use."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

PACK_COPIED = event_kind("pack.copied", "The pack {name} was made as a copy of {source}.")
PACK_SAVED = event_kind("pack.draft_saved", "A draft of the pack {name} was saved.")
PACK_DISCARDED = event_kind("pack.draft_discarded", "The draft of the pack {name} was discarded.")
PACK_RELEASED = event_kind("pack.released", "Version {number} of the pack {name} was released.")
PACK_WITHDRAWN = event_kind("pack.withdrawn", "Version {number} of the pack {name} was withdrawn.")
PACK_ADOPTED = event_kind("pack.adopted", "Version {number} of the pack {name} holds here from now on.")
ADOPTION_ENDED = event_kind("pack.adoption_ended", "The pack {name} no longer holds here.")
METHOD_TAILORED = event_kind("method.tailored", "The method was tailored: size {size}.")
METHOD_BEGUN = event_kind("method.begun", "The project was begun by the pack {name}.")
DOCUMENT_WRITTEN = event_kind("document.written", "Version {number} of the document {name} was written.")
