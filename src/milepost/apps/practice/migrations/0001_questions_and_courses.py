"""What people ask their office, and who took which course."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import milepost.apps.trail.fields
import milepost.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("office", "0001_offices"),
        ("org", "0005_mails_of_mentions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    milepost.apps.trail.fields.IdField(
                        default=milepost.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sheet_id", models.BigIntegerField(null=True)),
                ("row_id", models.BigIntegerField(null=True)),
                ("page", models.CharField(max_length=500)),
                ("page_title", models.CharField(blank=True, default="", max_length=300)),
                ("pack_version", models.BigIntegerField(null=True)),
                ("text", models.TextField()),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("asker", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("node", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="org.node")),
                (
                    "office",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="office.office"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    milepost.apps.trail.fields.IdField(
                        default=milepost.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("from_office", models.BooleanField(default=True)),
                ("faq", models.BooleanField(default=False)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "question",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="practice.question"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Completion",
            fields=[
                (
                    "id",
                    milepost.apps.trail.fields.IdField(
                        default=milepost.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("pack", models.CharField(max_length=40)),
                ("course", models.CharField(max_length=40)),
                ("pack_version", models.BigIntegerField()),
                ("number", models.IntegerField()),
                ("right", models.SmallIntegerField()),
                ("asked", models.SmallIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pack", "course"], name="completion_by_course")],
                "constraints": [models.UniqueConstraint(fields=("person", "course", "pack_version"), name="completion_once")],
            },
        ),
        migrations.CreateModel(
            name="CourseDue",
            fields=[
                (
                    "id",
                    milepost.apps.trail.fields.IdField(
                        default=milepost.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("course", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("days", models.PositiveSmallIntegerField()),
                ("since", models.DateTimeField()),
                ("set_by", models.BigIntegerField()),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="office.office")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("office", "course", "role"), name="course_due_once")],
            },
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["office", "answered_at", "at"], name="question_by_office"),
        ),
    ]
