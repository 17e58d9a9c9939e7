"""The questions that come with Milepost, from `questions.yaml`: ours, in English and German."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from milepost.engines.maturity import DOMAINS, HIGHEST, PERSPECTIVES, Question
from milepost.formats.marked_yaml import Marked, NotYaml, read_yaml

FILE = "questions.yaml"
LANGUAGES = ("en", "de")
Texts = Mapping[str, str]
"""A text by language; English is always there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words: what is asked, what a better level is good for, and five described answers, level 1 first."""

    key: str
    domain: str
    perspective: str
    ask: Texts
    why: Texts
    answers: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All questions of a version."""

    version: int
    questions: tuple[Asked, ...]

    @property
    def bare(self) -> list[Question]:
        """The questions as the engine reads them."""
        return [Question(one.key, one.domain, one.perspective) for one in self.questions]

    def find(self, key: str) -> Asked | None:
        """The question with this key."""
        return next((one for one in self.questions if one.key == key), None)


@cache
def question_set() -> QuestionSet:
    """The questions that are shipped. Raises NotYaml where the file is broken, with its line."""
    return read_questions((files("milepost.apps.office.maturity") / FILE).read_text(encoding="utf-8"), FILE)


def read_questions(text: str, file: str) -> QuestionSet:
    """The questions in a file. Raises NotYaml with the line where a question is not complete."""
    marked = read_yaml(text, file)
    said = marked.plain
    if not isinstance(said, dict) or not isinstance(said.get("version"), int) or not isinstance(marked.value, dict):
        raise NotYaml(file=file, line=1, reason="the file needs a version, a whole number")
    listed = marked.value.get("questions")
    if listed is None or not isinstance(listed.value, list):
        raise NotYaml(file=file, line=1, reason="the file needs questions")
    questions = tuple(_question(one, file) for one in listed.value)
    keys = [one.key for one in questions]
    for one, marker in zip(questions, listed.value, strict=True):
        if keys.count(one.key) > 1:
            raise NotYaml(file=file, line=marker.line, reason=f"{one.key} stands here twice")
    return QuestionSet(said["version"], questions)


def _question(marked: Marked, file: str) -> Asked:
    said: Any = marked.plain
    try:
        domain, perspective = said["key"].split(".")[:2]
        texts = {part: {language: said[language][part] for language in LANGUAGES} for part in ("ask", "why")}
        answers = [{language: said[language]["answers"][level] for language in LANGUAGES} for level in range(HIGHEST)]
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        raise NotYaml(
            file=file, line=marked.line, reason="a question needs key, ask, why and five answers, in English and German"
        ) from None
    if domain not in DOMAINS or perspective not in PERSPECTIVES:
        raise NotYaml(file=file, line=marked.line, reason=f"{said['key']} is no domain and perspective")
    if any(len(said[language]["answers"]) != HIGHEST for language in LANGUAGES):
        raise NotYaml(file=file, line=marked.line, reason=f"{said['key']} needs five answers")
    return Asked(said["key"], domain, perspective, texts["ask"], texts["why"], tuple(answers))
