"""Packs of methods: read, copy, draft, release; and what holds at a place and for a project."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query, Router, Status
from pydantic import Field

from milepost.apps.method.actions.adopt import adopt, end_adoption
from milepost.apps.method.actions.start_project import begin_by_method
from milepost.apps.method.actions.tailor import tailor
from milepost.apps.method.actions.write_document import write_document
from milepost.apps.method.actions.write_pack import change_part, copy_pack, discard_draft, release, save_draft, withdraw
from milepost.apps.method.queries import at_node, packs, project_method
from milepost.doors.api.auth import Request
from milepost.doors.api.held_schemas import (
    AdoptIn,
    DifferenceOut,
    DocumentIn,
    DocumentOut,
    MethodAtOut,
    ProjectMethodOut,
    TailorIn,
    WrittenOut,
)
from milepost.doors.api.ids import Id
from milepost.doors.api.method_schemas import (
    CopyIn,
    DraftIn,
    DraftOut,
    Key,
    NoteIn,
    PackOut,
    PackPageOut,
    PartIn,
    ProblemOut,
    RuleOut,
    TextIn,
)
from milepost.doors.clock import now

router = Router(tags=["methods"])
Number = Annotated[int, Field(ge=1, le=1_000_000)]


@router.get("/packs", response=list[PackOut], operation_id="list_packs")
def list_packs(request: Request) -> list[dict[str, Any]]:
    """The packs that you may read: those that come with Milepost, and those of offices at, above or below what you see."""
    return packs.packs(request.auth.id)


@router.get("/pack-rules", response=list[RuleOut], operation_id="list_pack_rules")
def list_rules(request: Request) -> list[dict[str, Any]]:
    """The rules that a policy of a pack may name, with what each takes."""
    return packs.rules()


@router.post("/pack-check", response=list[ProblemOut], operation_id="check_pack")
def check_pack(request: Request, body: TextIn) -> list[dict[str, Any]]:
    """Say what is wrong with the text of a pack, by line; nothing is written."""
    return packs.checked(body.text, body.key)


@router.get("/packs/{pack}", response=PackPageOut, operation_id="get_pack")
def get_pack(request: Request, pack: Path[Key], version: Query[Number | None] = None) -> dict[str, Any]:
    """One version of a pack with all that it says; without a number the last released one."""
    return packs.pack(request.auth.id, pack, version)


@router.post("/packs/{pack}/copy", response={201: PackOut}, operation_id="copy_pack")
def post_copy(request: Request, pack: Path[Key], body: CopyIn) -> Status[dict[str, Any]]:
    """Make a pack of your own at a place from this one, as a draft."""
    copy_pack(actor_id=request.auth.id, key=pack, node_id=body.node_id, as_key=body.key, title=body.title, at=now())
    return Status(201, packs.pack(request.auth.id, body.key))


@router.get("/packs/{pack}/draft", response=DraftOut, operation_id="get_pack_draft")
def get_draft(request: Request, pack: Path[Key]) -> dict[str, Any]:
    """The draft of your own pack, with what is wrong with it by line."""
    return packs.draft(request.auth.id, pack)


@router.put("/packs/{pack}/draft", response=DraftOut, operation_id="save_pack_draft")
def put_draft(request: Request, pack: Path[Key], body: DraftIn) -> dict[str, Any]:
    """Save the draft, also while something is wrong with it; without text one is begun from the last version."""
    save_draft(actor_id=request.auth.id, key=pack, text=body.text, was=body.was, at=now())
    return packs.draft(request.auth.id, pack)


@router.delete("/packs/{pack}/draft", response={204: None}, operation_id="discard_pack_draft")
def delete_draft(request: Request, pack: Path[Key]) -> Status[None]:
    """Throw the draft away."""
    discard_draft(actor_id=request.auth.id, key=pack, at=now())
    return Status(204, None)


@router.put("/packs/{pack}/draft/{part}/{item}", response=DraftOut, operation_id="change_pack_item")
def put_item(request: Request, pack: Path[Key], part: Path[Key], item: Path[Key], body: PartIn) -> dict[str, Any]:
    """Change, add or take out one item of a part in the draft; all else in its text stays as it is written."""
    change_part(actor_id=request.auth.id, key=pack, part=part, item=item, values=body.values, was=body.was, at=now())
    return packs.draft(request.auth.id, pack)


@router.post("/packs/{pack}/release", response=PackPageOut, operation_id="release_pack")
def post_release(request: Request, pack: Path[Key], body: NoteIn) -> dict[str, Any]:
    """Make the draft a released version; what is wrong with it is refused by line."""
    release(actor_id=request.auth.id, key=pack, note=body.note, at=now())
    return packs.pack(request.auth.id, pack)


@router.delete("/packs/{pack}/versions/{number}", response={204: None}, operation_id="withdraw_pack_version")
def delete_version(request: Request, pack: Path[Key], number: Path[Number]) -> Status[None]:
    """Withdraw a released version that holds nowhere, so that nobody takes it up."""
    withdraw(actor_id=request.auth.id, key=pack, number=number, at=now())
    return Status(204, None)


@router.get("/nodes/{node_id}/method", response=MethodAtOut, operation_id="get_method_at")
def get_method_at(request: Request, node_id: Id) -> dict[str, Any]:
    """What holds at a place, since when, what came before, and whether a later version waits."""
    return at_node.method_at(request.auth.id, node_id)


@router.put("/nodes/{node_id}/method", response=MethodAtOut, operation_id="adopt_pack")
def put_method(request: Request, node_id: Id, body: AdoptIn) -> dict[str, Any]:
    """Let a version hold at a place from now on, for all projects or all but some; back is the same with the older version."""
    adopt(actor_id=request.auth.id, node_id=node_id, version_id=body.version_id, keep=body.keep, note=body.note, at=now())
    return at_node.method_at(request.auth.id, node_id)


@router.delete("/nodes/{node_id}/method", response=MethodAtOut, operation_id="end_adoption")
def delete_method(request: Request, node_id: Id) -> dict[str, Any]:
    """Let what was adopted at a place hold there no longer."""
    end_adoption(actor_id=request.auth.id, node_id=node_id, at=now())
    return at_node.method_at(request.auth.id, node_id)


@router.get("/nodes/{node_id}/method/difference", response=DifferenceOut, operation_id="get_method_difference")
def get_difference(request: Request, node_id: Id, version_id: Query[Id]) -> dict[str, Any]:
    """What a version would change for each live project that follows this place."""
    return at_node.differences(request.auth.id, node_id, version_id)


@router.get("/words", response=dict[str, dict[str, str]], operation_id="get_words")
def get_words(request: Request, node: Query[Id | None] = None) -> dict[str, dict[str, str]]:
    """How the office says our words (project, gate, sponsor ...), by language: at a place, or those that all packs agree on."""
    return at_node.words_at(request.auth.id, node)


@router.get("/projects/{project_id}/method", response=ProjectMethodOut, operation_id="get_project_method")
def get_project_method(request: Request, project_id: Id) -> dict[str, Any]:
    """The method of a project: size, tailoring, burden, and what is asked of it with its state."""
    return project_method.project_method(request.auth.id, project_id)


@router.put("/projects/{project_id}/method", response=ProjectMethodOut, operation_id="tailor_method")
def put_project_method(request: Request, project_id: Id, body: TailorIn) -> dict[str, Any]:
    """Say how large the project is, and what it leaves out of its method or adds, with reasons."""
    items = [one.dict() for one in body.tailoring]
    given = {"size": body.size, "size_reason": body.size_reason, "industry": body.industry}
    tailor(actor_id=request.auth.id, project_id=project_id, tailoring=items, at=now(), **given)
    return project_method.project_method(request.auth.id, project_id)


@router.post("/projects/{project_id}/method/begin", response=ProjectMethodOut, operation_id="begin_by_method")
def post_begin(request: Request, project_id: Id) -> dict[str, Any]:
    """Make what the method begins a project with, as far as it is not there: registers, documents, communication plan, first tasks."""
    begin_by_method(project_id, request.auth.id, now())
    return project_method.project_method(request.auth.id, project_id)


@router.get("/projects/{project_id}/documents/{artefact}", response=DocumentOut, operation_id="get_document")
def get_document(request: Request, project_id: Id, artefact: Path[Key]) -> dict[str, Any]:
    """A document of a project with its versions, or its template where there is none yet."""
    return project_method.documents_of(request.auth.id, project_id, artefact)


@router.put("/projects/{project_id}/documents/{artefact}", response=WrittenOut, operation_id="write_document")
def put_document(request: Request, project_id: Id, artefact: Path[Key], body: DocumentIn) -> dict[str, Any]:
    """Write the next version of a document, as draft or final."""
    given = {"text": body.text, "state": body.state}
    made = write_document(actor_id=request.auth.id, project_id=project_id, artefact=artefact, was=body.was, at=now(), **given)
    return {"number": made.number}
