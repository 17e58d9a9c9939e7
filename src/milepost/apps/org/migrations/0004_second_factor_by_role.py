"""A role may ask whoever holds it for a second factor."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("org", "0003_people_groups_and_invites")]

    operations = [
        migrations.AddField(model_name="role", name="second_factor", field=models.BooleanField(default=False)),
    ]
