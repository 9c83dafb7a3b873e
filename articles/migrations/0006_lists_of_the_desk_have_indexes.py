from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_a_translation_counts_what_it_lacks"),
        ("pictures", "0001_picture_library"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-changed", "-id"], name="last_changed"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["category", "-changed", "-id"], name="last_changed_in_category"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["changed_by", "-changed", "-id"], name="last_changed_by"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(("stage", "published")), fields=["-publish_at", "-id"], name="newest_editions"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(
                    models.Q(("stage", "published"), _negated=True),
                    ("unpublished__gt", 0),
                    ("behind__gt", 0),
                    _connector="OR",
                ),
                fields=["stage", "unpublished", "article"],
                name="open_editions",
            ),
        ),
        migrations.AddIndex(
            model_name="formerslug",
            index=models.Index(fields=["-since", "-id"], name="last_left"),
        ),
    ]
