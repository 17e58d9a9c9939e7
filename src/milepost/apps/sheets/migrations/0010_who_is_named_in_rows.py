"""Who is named in which row: taken up once for rows that are there already, when the server starts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sheets", "0009_views_in_the_bin")]

    operations = [
        migrations.CreateModel(
            name="RowNamed",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("row_id", models.BigIntegerField()),
                ("key", models.CharField(max_length=40)),
                ("who", models.BigIntegerField()),
                ("resource", models.BooleanField(default=False)),
                ("done", models.BooleanField(default=False)),
                (
                    "sheet",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sheets.sheet"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("resource", False)), fields=["who", "done"], name="row_named_person"),
                    models.Index(condition=models.Q(("resource", True)), fields=["sheet", "who"], name="row_named_resource"),
                    models.Index(fields=["sheet", "row_id"], name="row_named_by_row"),
                ]
            },
        ),
    ]
