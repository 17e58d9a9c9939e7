"""Reading what a pack says to people: procedures, roles, who answers for what, courses, and what a project begins with."""

from __future__ import annotations

from milepost.apps.method.packs.problems import PackProblems
from milepost.engines.method.model import Course, Procedure, Question, Raci, Role, Start, StartMessage, StartTask
from milepost.formats.marked_yaml import Marked

CHANNELS = ("meeting", "report", "mail", "call", "page", "event", "chat")
FREQUENCIES = ("once", "daily", "weekly", "fortnightly", "monthly", "quarterly", "at_gates", "when_needed")
"""The values of the register `communication`."""


def procedure(said: PackProblems, at: Marked) -> Procedure:
    """A procedure."""
    told = said.mapping(at, "A procedure", ("key", "title", "text", "at"), ("key", "title", "text"))
    key = said.key(told.get("key"), "key")
    return Procedure(
        key, said.texts(told.get("title"), "title", key), said.markdown(told.get("text"), "text"), said.words(told.get("at"), "at")
    )


def role(said: PackProblems, at: Marked) -> Role:
    """A role with what it does."""
    told = said.mapping(at, "A role", ("key", "title", "does"), ("key", "title"))
    key = said.key(told.get("key"), "key")
    return Role(
        key, said.texts(told.get("title"), "title", key), tuple(said.texts(one, "does") for one in said.items(told.get("does"), "does"))
    )


def raci(said: PackProblems, at: Marked) -> Raci:
    """A process and its letters, each one role or a list."""
    told = said.mapping(at, "A RACI line", ("process", "A", "R", "C", "I"), ("process",))
    accountable, responsible, consulted, informed = (said.one_or_many(told.get(letter), letter) for letter in "ARCI")
    return Raci(said.texts(told.get("process"), "process"), accountable, responsible, consulted, informed)


def course(said: PackProblems, at: Marked) -> Course:
    """A course with its questions."""
    told = said.mapping(at, "A course", ("key", "title", "for", "minutes", "text", "ask"), ("key", "title", "for", "minutes", "text"))
    key = said.key(told.get("key"), "key")
    return Course(
        key,
        said.texts(told.get("title"), "title", key),
        said.words(told.get("for"), "for"),
        said.whole(told.get("minutes"), "minutes", 10_000),
        said.markdown(told.get("text"), "text"),
        tuple(_question(said, one) for one in said.items(told.get("ask"), "ask")),
    )


def _question(said: PackProblems, at: Marked) -> Question:
    told = said.mapping(at, "A question", ("say", "answers", "right"), ("say", "answers", "right"))
    answers = tuple(said.texts(one, "answer") for one in said.items(told.get("answers"), "answers"))
    return Question(said.texts(told.get("say"), "say"), answers, said.whole(told.get("right"), "right", 100))


def start(said: PackProblems, at: Marked | None) -> Start:
    """What a project begins with."""
    told = said.mapping(at, "start", ("sheets", "communication", "tasks")) if at is not None else {}
    return Start(
        said.words(told.get("sheets"), "sheets"),
        tuple(_message(said, one) for one in said.items(told.get("communication"), "communication")),
        tuple(_task(said, one) for one in said.items(told.get("tasks"), "tasks")),
    )


def _message(said: PackProblems, at: Marked) -> StartMessage:
    known = ("name", "audience", "purpose", "channel", "frequency")
    told = said.mapping(at, "A message", known, known)
    return StartMessage(
        said.texts(told.get("name"), "name"),
        said.texts(told.get("audience"), "audience"),
        said.texts(told.get("purpose"), "purpose"),
        said.word(told["channel"], "channel", CHANNELS) if "channel" in told else "",
        said.word(told["frequency"], "frequency", FREQUENCIES) if "frequency" in told else "",
    )


def _task(said: PackProblems, at: Marked) -> StartTask:
    told = said.mapping(at, "A task", ("name", "days", "phase"), ("name", "days", "phase"))
    phase = said.word(told["phase"], "phase") if "phase" in told else ""
    return StartTask(said.texts(told.get("name"), "name"), said.whole(told.get("days"), "days", 1000), phase)
