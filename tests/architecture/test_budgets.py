"""The size budgets of the house: small files, small functions; an exception stands here with its reason."""

from __future__ import annotations

from tests.architecture.source import client_files, modules

LONGEST_FUNCTION, USUAL_FUNCTION = 40, 20
LONGEST_FILE, USUAL_FILE = 400, 250
LONGEST_CLIENT_FILE = 250
USUAL_SHARE = 0.9

# Data tables and the like: path -> why it may be longer.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def share_within(sizes: list[int], bound: int) -> float:
    return sum(size <= bound for size in sizes) / len(sizes)


def test_no_function_is_longer_than_its_budget() -> None:
    found = [(where, size) for module in modules() for where, size in module.functions()]
    too_long = [f"{where}: {size} lines" for where, size in found if size > LONGEST_FUNCTION and where.split(" ")[1] not in LONG_FUNCTIONS]
    assert not too_long, "Split these by thought:\n" + "\n".join(too_long)


def test_most_functions_are_small() -> None:
    sizes = [size for module in modules() for _, size in module.functions()]
    assert share_within(sizes, USUAL_FUNCTION) >= USUAL_SHARE


def test_no_file_is_longer_than_its_budget() -> None:
    too_long = [f"{m.path}: {m.lines} lines" for m in modules() if m.lines > LONGEST_FILE and m.path not in LONG_FILES]
    assert not too_long, "Split the drawer into a folder:\n" + "\n".join(too_long)


def test_most_files_are_small() -> None:
    assert share_within([m.lines for m in modules() if m.lines >= 4], USUAL_FILE) >= USUAL_SHARE


def test_no_client_file_is_longer_than_its_budget() -> None:
    too_long = [f"{path}: {lines} lines" for path, lines in client_files() if lines > LONGEST_CLIENT_FILE]
    assert not too_long, "Split the component or move its logic to engines:\n" + "\n".join(too_long)


def test_no_exception_is_out_of_date() -> None:
    sizes = {m.path: m.lines for m in modules()}
    assert [path for path in LONG_FILES if sizes.get(path, 0) <= LONGEST_FILE] == []
