"""A queryset that refuses to run before somebody said for whom: no list can leak by being forgotten."""

from __future__ import annotations

from typing import Any, Protocol, Self, TypeVar, cast

from django.db import models
from django.db.models.sql import Query

Row = TypeVar("Row", bound=models.Model)


class Unscoped(RuntimeError):
    """A query on nodes ran without a scope. Take it from `org.access`, or call `.unscoped(reason=...)` and say why."""


class Scoping(Protocol):
    """What `.scoped()` takes: see `org.access.Scope`."""

    def condition(self, prefix: str = "") -> models.Q:
        """Which rows somebody may see."""


class _GuardedQuery(Query):
    """Every road to the database, also as part of another query, leads through one of these two methods."""

    scoped = False

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        if not self.scoped:
            raise Unscoped(Unscoped.__doc__)
        return super().get_compiler(*args, **kwargs)

    def chain(self, klass: Any = None) -> Any:
        if klass is not None and not self.scoped:
            raise Unscoped(Unscoped.__doc__)
        return super().chain(klass)


class ScopedQuerySet(models.QuerySet[Row]):
    """Rows of a tree, for somebody."""

    def scoped(self, scope: Scoping) -> Self:
        """Only what the scope shows."""
        return self._opened().filter(scope.condition())

    def unscoped(self, *, reason: str) -> Self:
        """All rows. The reason is for whoever reads the code."""
        if not reason:
            raise ValueError("An unscoped query needs a reason.")
        return self._opened()

    def _opened(self) -> Self:
        clone = self.all()
        cast("_GuardedQuery", clone.query).scoped = True
        return clone


class ScopedManager(models.Manager[Row]):
    """Hands out querysets that refuse to run unscoped."""

    def get_queryset(self) -> ScopedQuerySet[Row]:
        """A queryset that still needs its scope."""
        return ScopedQuerySet(self.model, query=_GuardedQuery(self.model), using=self._db)

    def scoped(self, scope: Scoping) -> ScopedQuerySet[Row]:
        """Only what the scope shows."""
        return self.get_queryset().scoped(scope)

    def unscoped(self, *, reason: str) -> ScopedQuerySet[Row]:
        """All rows, with the reason why."""
        return self.get_queryset().unscoped(reason=reason)
