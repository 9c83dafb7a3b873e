"""A cited source is known by its uid, so that a form sent twice cites it once."""

import uuid

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BATCH = 2000


def give_uids(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give every cited source a uid, so many rows at a time."""
    citations = apps.get_model("articles", "Citation").objects.using(schema_editor.connection.alias)
    while rows := list(citations.filter(uid=None).order_by("pk")[:BATCH]):
        for row in rows:
            row.uid = uuid.uuid4()
        citations.bulk_update(rows, ["uid"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_breaking_news_and_what_a_flash_lacks")]

    operations = [
        migrations.AddField("citation", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_uids, migrations.RunPython.noop),
        migrations.AlterField("citation", "uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
    ]
