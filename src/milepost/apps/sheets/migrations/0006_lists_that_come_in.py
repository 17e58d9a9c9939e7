"""Lists that come in, and how far they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import milepost.apps.trail.fields
import milepost.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0003_people_groups_and_invites"),
        ("sheets", "0005_views_and_reported_moments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ListImport",
            fields=[
                (
                    "id",
                    milepost.apps.trail.fields.IdField(
                        default=milepost.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("upload_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("sheet_id", models.BigIntegerField(null=True)),
                ("kind", models.CharField(max_length=40)),
                ("options", models.JSONField(default=dict)),
                ("what", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Running"), ("done", "Done"), ("undone", "Taken back")], default="running", max_length=10
                    ),
                ),
                ("total", models.IntegerField(default=0)),
                ("done", models.IntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                ("made", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=list)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("node", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.node")),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "state", "created_at"], name="list_import_by_owner")],
            },
        ),
    ]
