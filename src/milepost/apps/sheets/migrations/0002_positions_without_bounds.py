"""Position keys may grow: where rows are always put into the same place, every fifth makes them a letter longer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sheets", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="row",
            name="position",
            field=models.TextField(),
        ),
    ]
