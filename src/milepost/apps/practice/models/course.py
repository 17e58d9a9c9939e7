"""Who took which course, and until when whom an office wants to have taken one."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Completion(models.Model):
    """Somebody took a course of a pack, by the version that they read. `right` of `asked` questions were right at once. Never changed."""

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    pack = models.CharField(max_length=40)
    course = models.CharField(max_length=40)
    pack_version = models.BigIntegerField()
    number = models.IntegerField()
    right = models.SmallIntegerField()
    asked = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        """Once for each version; asked by person."""

        constraints = (models.UniqueConstraint(fields=["person", "course", "pack_version"], name="completion_once"),)
        indexes = (models.Index(fields=["pack", "course"], name="completion_by_course"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.course} no. {self.number}"


class CourseDue(models.Model):
    """An office wants whoever has a role to take a course within so many days of joining it; the last one set holds."""

    id = IdField()
    office = models.ForeignKey("office.Office", on_delete=models.CASCADE, related_name="+")
    course = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    days = models.PositiveSmallIntegerField()
    since = models.DateTimeField()
    set_by = models.BigIntegerField()

    class Meta:
        """One for a course and a role."""

        constraints = (models.UniqueConstraint(fields=["office", "course", "role"], name="course_due_once"),)

    def __str__(self) -> str:
        return f"{self.course} for {self.role} in {self.days} days"
