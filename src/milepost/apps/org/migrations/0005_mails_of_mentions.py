"""Who does not want a mail when somebody mentions them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("org", "0004_second_factor_by_role")]

    operations = [
        migrations.AddField(model_name="person", name="mention_mails", field=models.BooleanField(default=True)),
    ]
