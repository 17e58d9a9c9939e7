"""Every operation of openapi.json, for every role, for a stranger and for nobody: who may, may; nobody learns what is hidden."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client

from milepost.apps.method.actions.lint import lint
from milepost.apps.method.actions.run_lint import ask_for_run
from milepost.apps.method.actions.waive import ask_for_waiver
from milepost.apps.method.models import Finding
from milepost.apps.office.maturity.profiles import profile_to_keep
from milepost.apps.office.models import Assessment, AssessmentAnswer
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.create_token import create_token
from milepost.apps.org.actions.grant_role import grant_role, grant_role_to_group
from milepost.apps.org.actions.invite_people import invite_people
from milepost.apps.org.actions.leave import leave
from milepost.apps.org.actions.manage_groups import add_members, create_group
from milepost.apps.org.actions.manage_roles import create_role
from milepost.apps.org.addresses import Addressee
from milepost.apps.org.capabilities import ROLES
from milepost.apps.org.models import Person
from milepost.apps.sheets.actions.attach_file import attach_file
from milepost.apps.sheets.actions.bin_sheet import delete_sheet
from milepost.apps.sheets.actions.comment import make_comment
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.actions.save_view import save_view
from milepost.apps.sheets.actions.uploads import store_upload
from milepost.apps.sheets.models import Upload
from milepost.doors.clock import real_now
from milepost.engines.sheet import NewRow
from tests.api.method_stage import adopt
from tests.architecture.methods import with_methods
from tests.architecture.offices import with_offices
from tests.architecture.requests import with_requests
from tests.architecture.rights import CALLS, Call
from tests.cast import NOW, Cast, gather

PLAN = Path(__file__).parents[1] / "api/planning/bridge.xml"
DOCUMENT = json.loads((Path(__file__).parents[2] / "openapi.json").read_text("utf-8"))
OPERATIONS = {
    operation["operationId"]: (method, path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
BITS = {role.key: role.capabilities for role in ROLES}
PEOPLE = {"alice": "owner", "mona": "manager", "bob": "editor", "cora": "contributor", "vera": "viewer", "gus": "guest"}
ROW, INNER, SECOND = 11, 12, 13
NOTHING = 4_444_444_444_444


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """One project with a plan of three rows, a token and an upload of Alice's; the people by name. Made once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _build()
        transaction.set_rollback(True)


@pytest.fixture
def world(built: dict[str, Any], db: None) -> dict[str, Any]:
    """The world as it was built: what a test does to it is rolled back."""
    return built


def _build() -> dict[str, Any]:
    cast = gather()
    rows = (NewRow(ROW, None, {"name": "Dig"}), NewRow(INNER, ROW, {"name": "Dig on"}), NewRow(SECOND, None, {"name": "Fill"}))
    alice = cast.alice.pk
    for person, role in ((cast.mona, "manager"), (cast.cora, "contributor")):
        grant_role(actor_id=alice, person_id=person.pk, node_id=cast.programme.pk, role=role, at=NOW)
    group = create_group(actor_id=alice, name="Secret group", at=NOW)
    add_members(actor_id=alice, group_id=group, person_ids=[cast.cora.pk], at=NOW)
    grant_role_to_group(actor_id=alice, group_id=group, node_id=cast.programme.pk, role="viewer", at=NOW)
    create_role(actor_id=alice, name="Own role", capabilities=["view"], at=NOW)
    invited = [Addressee("wanda@example.org")]
    invite = invite_people(actor_id=alice, people=invited, node_id=cast.programme.pk, role="viewer", at=real_now())[0].invite_id
    token_of_vera, _ = create_token(actor_id=cast.vera.pk, name="v", scopes=["read"], at=NOW)
    Authenticator.objects.create(user=cast.vera, type=Authenticator.Type.TOTP, data={"secret": "x"})
    former = create_person(actor_id=alice, email="former@example.org", name="Former", at=NOW)
    leave(actor_id=alice, person_id=former.pk, at=NOW)
    plan = create_sheet(actor_id=alice, node_id=cast.project.pk, kind="plan", name="Secret plan", rows=rows, at=NOW)
    said = make_comment(actor_id=alice, sheet_id=plan.sheet_id, row_id=ROW, text="Secret words", at=NOW).comment
    kept = attach_file(actor_id=alice, sheet_id=plan.sheet_id, row_id=ROW, upload_id=_stored(cast.alice), at=NOW, uploaded_at=real_now())
    other = create_sheet(actor_id=alice, node_id=cast.project.pk, kind="plan", name="Secret draft", at=NOW)
    delete_sheet(actor_id=alice, sheet_id=other.sheet_id, at=NOW)
    token, _ = create_token(actor_id=alice, name="a", scopes=["read"], at=NOW)
    people = {name: getattr(cast, name) for name in (*PEOPLE, "charlie")}
    adopt(cast)
    lint([cast.project.pk], at=NOW)
    until = NOW.date() + timedelta(days=30)
    waiver = ask_for_waiver(actor_id=cast.bob.pk, project_id=cast.project.pk, key="raid", reason="Secret words", until=until, at=NOW)
    return {
        **people,
        "cookies": sign_in(people),
        **{f"${name}": getattr(cast, name).pk for name in ("portfolio", "programme", "project", "charlie", "cora", "mona", "vera")},
        "$group": group,
        **with_offices(cast),
        **with_methods(cast),
        **with_requests(cast),
        **_assessed(cast),
        "$invite": invite,
        "$former": former.pk,
        "$token_of_vera": token_of_vera,
        "$sheet": plan.sheet_id,
        "$row": ROW,
        "$inner": INNER,
        "$second": SECOND,
        "$comment": said.pk,
        "$file": kept.pk,
        "$binned": other.sheet_id,
        "$token": token,
        "$view": save_view(actor_id=alice, sheet_id=plan.sheet_id, name="Secret view", shared=True, config={}, at=NOW).pk,
        "$hers": _upload(cast.alice),
        "$finding": Finding.objects.get(node=cast.project, rule="missing_artefact").pk,
        "$run": ask_for_run(actor_id=alice, node_id=cast.project.pk, at=NOW),
        "$waiver": waiver,
    }


def _assessed(cast: Cast) -> dict[str, int]:
    """A finished assessment of the programme, and one of the project that is open."""
    told = {"number": 1, "at": NOW, "by": cast.alice}
    done = Assessment.objects.create(node=cast.programme, finished_at=NOW, profile=profile_to_keep([]), **told)
    AssessmentAnswer.objects.create(assessment=done, question="project.risk", person=cast.alice, level=2, evidence="Secret log", at=NOW)
    return {"$assessed": done.pk, "$assessment": Assessment.objects.create(node=cast.project, **told).pk}


def _upload(person: Person) -> int:
    later = real_now() + timedelta(days=1)
    given = {"name": "plan.xml", "sha256": "0" * 64, "size": 10, "path": "none", "created_at": NOW, "expires_at": later}
    return Upload.objects.create(owner=person, **given).pk


def _stored(person: Person) -> int:
    """An upload with its bytes."""
    return store_upload(actor_id=person.pk, name="secret.txt", read=io.BytesIO(b"secret").read, length=6, at=real_now()).pk


def _own_upload(browser: Client) -> dict[str, int]:
    """An upload of whoever asks, checked, as an import needs it."""
    upload = browser.generic("POST", "/api/v1/uploads", PLAN.read_bytes(), "application/octet-stream", HTTP_X_FILE_NAME="bridge.xml").json()
    report = browser.post("/api/v1/imports/plans/check", {"upload_id": upload["id"]}, content_type="application/json").json()
    return {"$own": upload["id"], "$report": report["report_id"]}


def ask(browser: Client, operation_id: str, world: dict[str, Any]) -> Any:
    """Call an operation as its line says."""
    method, path, operation = OPERATIONS[operation_id]
    call = CALLS[operation_id]
    if "$own" in str(call.body) and browser.cookies:
        world = {**world, **_own_upload(browser)}
    given = {name: world.get(value, value) if isinstance(value, str) else value for name, value in call.at.items()}
    named = {parameter["name"]: parameter["in"] for parameter in operation.get("parameters", ())}
    address = path.format(**{name: value for name, value in given.items() if named.get(name) == "path"})
    query = "&".join(f"{name}={value}" for name, value in given.items() if named.get(name) == "query")
    if isinstance(call.body, bytes):
        return browser.generic(method.upper(), address, call.body, "application/octet-stream")
    body = json.dumps(_filled(call.body, world)) if call.body is not None else ""
    return browser.generic(method.upper(), f"{address}?{query}", body, "application/json")


def _filled(body: Any, world: dict[str, Any]) -> Any:
    if isinstance(body, dict):
        return {name: _filled(value, world) for name, value in body.items()}
    if isinstance(body, list):
        return [_filled(value, world) for value in body]
    return world.get(body, body) if isinstance(body, str) else body


def sign_in(people: dict[str, Person]) -> dict[str, Any]:
    """The cookies of each, signed in once: a thousand tests need them."""
    found = {}
    for name, person in people.items():
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        found[name] = browser.cookies
    return found


def browser_of(world: dict[str, Any], name: str) -> Client:
    """A browser of somebody who is signed in."""
    browser = Client(raise_request_exception=False)
    browser.cookies = copy.deepcopy(world["cookies"][name])
    return browser


def _works(call: Call, answer: Any) -> bool:
    return answer.status_code < 300 or answer.status_code in call.also


def test_every_operation_says_whom_it_is_for() -> None:
    assert set(OPERATIONS) - set(CALLS) == set(), "Give each new operation a line in tests/architecture/rights.py."


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_nobody_gets_in_without_signing_in(operation_id: str, world: dict[str, Any]) -> None:
    answer = ask(Client(raise_request_exception=False), operation_id, world)
    call = CALLS[operation_id]
    assert _works(call, answer) if call.public else answer.status_code == 401, answer.content


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("operation_id", [name for name in OPERATIONS if CALLS.get(name, Call(None)).needs])
def test_a_role_may_what_it_says_and_no_more(operation_id: str, name: str, world: dict[str, Any]) -> None:
    call = CALLS[operation_id]
    assert call.needs is not None
    answer = ask(browser_of(world, name), operation_id, world)
    if BITS[PEOPLE[name]] & call.needs or name == call.own:
        assert _works(call, answer), answer.content
    else:
        assert answer.status_code in (403, *call.also_refused), answer.content


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_stranger_learns_nothing(operation_id: str, world: dict[str, Any]) -> None:
    call = CALLS[operation_id]
    answer = ask(browser_of(world, "charlie"), operation_id, world)
    if call.hidden:
        elsewhere = {key: NOTHING if key.startswith("$") else value for key, value in world.items()}
        nothing = ask(browser_of(world, "charlie"), operation_id, elsewhere)
        assert (answer.status_code, answer.json()) == (404, nothing.json())
    elif call.needs:
        assert answer.status_code == 403, answer.content
    else:
        assert _works(call, answer), answer.content
        told = answer.content.decode()
        hidden = [str(value) for key, value in world.items() if key.startswith("$") and key != "$charlie" and len(str(value)) > 6]
        assert [secret for secret in (*hidden, "The project", "Secret plan", "Alice", "Bob") if secret in told] == []
