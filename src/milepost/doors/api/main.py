"""The API: one module a noun, each of which brings its router."""

from __future__ import annotations

import milepost
from milepost.doors.api import (
    accounts,
    answerable,
    authority,
    bin,
    columns,
    comments,
    expectations,
    exports,
    files,
    groups,
    imports,
    invites,
    join,
    kinds,
    lists,
    methods,
    nodes,
    office_people,
    offices,
    people,
    plans,
    portfolio,
    projects,
    registers,
    rights,
    roles,
    rows,
    search,
    session,
    setups,
    sheets,
    uploads,
    views,
)
from milepost.doors.api.auth import SIGNED_IN
from milepost.doors.api.document import DescribedAPI
from milepost.doors.api.errors import handle_errors
from milepost.doors.api.reading import CarefulParser

api = DescribedAPI(
    title="Milepost",
    version=milepost.__version__,
    description="Everything that Milepost can do, for browsers and programs. Errors are problem+json.",
    urls_namespace="api",
    auth=list(SIGNED_IN),
    docs_url=None,
    parser=CarefulParser(),
)
handle_errors(api)
for noun in (
    session,
    nodes,
    methods,
    rights,
    people,
    accounts,
    groups,
    invites,
    join,
    roles,
    sheets,
    columns,
    kinds,
    registers,
    rows,
    comments,
    files,
    bin,
    uploads,
    imports,
    lists,
    exports,
    plans,
    projects,
    portfolio,
    offices,
    office_people,
    authority,
    answerable,
    setups,
    views,
    search,
    expectations,
):
    api.add_router("", noun.router)
