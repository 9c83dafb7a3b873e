import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_desk_and_public_side"),
        ("pictures", "0001_picture_library"),
    ]

    operations = [
        migrations.CreateModel(
            name="PictureListing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=12)),
                ("publish_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="articles.edition"
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="listings", to="pictures.picture"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("subject"),
                        models.F("language"),
                        models.OrderBy(models.F("publish_at"), descending=True),
                        models.OrderBy(models.F("edition"), descending=True),
                        name="picture_listing",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("edition", "subject"), name="one_picture_listing")],
            },
        ),
    ]
