"""A cited source is known by its uid, so that a form sent twice cites it once."""

import uuid

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class NewUid(models.Func):
    """A uid that the database makes, another one for each row: of a large archive all get theirs at once."""

    template = "gen_random_uuid()"
    output_field = models.UUIDField()

    def as_sqlite(self, compiler: object, connection: object) -> tuple[str, list]:
        return self.as_sql(compiler, connection, template="lower(hex(randomblob(16)))")


def give_uids(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("articles", "Citation").objects.using(schema_editor.connection.alias).update(uid=NewUid())


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_breaking_news_and_what_a_flash_lacks")]

    operations = [
        migrations.AddField("citation", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_uids, migrations.RunPython.noop),
        migrations.AlterField("citation", "uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
    ]
