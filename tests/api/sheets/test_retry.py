"""A call that is sent twice happens once."""

from __future__ import annotations

from tests.api.sheets.conftest import GARDEN, Opened
from tests.cast import Cast

from milepost.apps.sheets.models import Change

INSERT = {"op": "insert", "row": 9, "cells": {"name": "free"}}


def test_the_same_call_gets_the_same_answer(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.set(GARDEN, amount=1)
    first = bob.edit({"op": "set", "row": GARDEN, "cells": {"amount": 2}}, INSERT, call="call-1")
    alice.set(9, name="Shed")
    bob.seq = 1
    assert bob.edit({"op": "set", "row": GARDEN, "cells": {"amount": 2}}, INSERT, call="call-1") == first
    assert first["overwritten"][0]["value"] == 1
    assert Change.objects.filter(sheet_id=bob.sheet_id).count() == 4


def test_a_call_of_the_same_name_by_somebody_else_is_another(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    assert alice.edit({"op": "set", "row": GARDEN, "cells": {"amount": 1}}, call="x")["seq"] == 2
    assert bob.edit({"op": "set", "row": GARDEN, "cells": {"amount": 2}}, call="x")["seq"] == 3


def test_a_refused_call_may_be_sent_again(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "set", "row": GARDEN, "cells": {"amount": 5000}}, call="y", expect=422)
    assert bob.edit({"op": "set", "row": GARDEN, "cells": {"amount": 500}}, call="y")["seq"] == 2


def test_a_column_is_added_once(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    first = bob.post("columns", {"title": "Supplier", "type": "text", "client_op_id": "c"}, expect=201)
    assert bob.post("columns", {"title": "Supplier", "type": "text", "client_op_id": "c"}, expect=201) == first
    assert [column["title"] for column in bob.get()["columns"]].count("Supplier") == 1
