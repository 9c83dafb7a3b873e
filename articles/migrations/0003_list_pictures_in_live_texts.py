from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def enlist(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """List the pictures that readers see already; from now on publishing does it."""
    editions = apps.get_model("articles", "Edition").objects.filter(stage="published").select_related("live")
    listing = apps.get_model("articles", "PictureListing")
    there = set(apps.get_model("pictures", "Picture").objects.values_list("pk", flat=True))
    for edition in editions.iterator():
        shown = {block["picture"] for block in edition.live.content["blocks"] if block["kind"] == "picture"}
        copied = {"edition": edition, "language": edition.language, "publish_at": edition.publish_at}
        listing.objects.bulk_create(
            [listing(subject_id=each, **copied) for each in shown & there], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_pictures_in_live_texts_are_listed")]

    operations = [migrations.RunPython(enlist, migrations.RunPython.noop)]
