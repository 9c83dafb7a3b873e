"""A form that is sent again is known by what it had in front of it, not by what came along from others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_unpublished_changes_have_a_name")]

    operations = [migrations.AddField("version", "in_form", models.JSONField(editable=False, null=True))]
