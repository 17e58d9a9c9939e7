"""A request in the programme that only needs to be submitted, and the form that it came by, for the tests of rights."""

from __future__ import annotations

from decimal import Decimal

from milepost.apps.intake.access import request_for
from milepost.apps.intake.actions.ask import ask
from milepost.apps.intake.actions.decide import Wish, decide
from milepost.apps.intake.actions.keep_form import change_form, make_form
from milepost.apps.intake.actions.save_case import CaseWish, save_case
from tests.cast import NOW, Cast


def with_requests(cast: Cast) -> dict[str, int]:
    """Their ids, and the change of the request that a decision names."""
    alice = cast.alice.pk
    form = make_form(actor_id=alice, node_id=cast.programme.pk, title="Secret form", at=NOW)
    made = ask(actor_id=alice, form_id=form, answers={"name": "Secret wish", "need": "Secret need"}, at=NOW)
    ref = {"sheet_id": made.sheet_id, "row_id": made.row_id}
    decide(actor_id=alice, **ref, wish=Wish("accept", request_for(alice, *ref.values()).seen), at=NOW)
    save_case(actor_id=alice, **ref, wish=CaseWish("EUR", Decimal(10), [(Decimal(5), Decimal(9))]), at=NOW)
    seen = request_for(alice, *ref.values()).seen
    change_form(actor_id=alice, form_id=form, open=False, at=NOW)
    # Everybody of the organisation knows of an open form and may ask by it.
    opened = make_form(actor_id=alice, node_id=cast.portfolio.pk, title="Ask us", at=NOW)
    return {"open_form": opened, "$form": form, "$requests": made.sheet_id, "$request": made.row_id, "$seen": seen}
