from django.db import migrations, models

import newsroom.search.fields
from newsroom.search.operations import AddTermsIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Known",
            fields=[
                ("entry", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("documents", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "known word",
                "verbose_name_plural": "known words",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=10)),
                ("key", models.PositiveBigIntegerField()),
                ("owner", models.PositiveBigIntegerField()),
                ("language", models.CharField(max_length=12)),
                ("moment", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("rules", models.CharField(max_length=120)),
                ("marks", models.TextField()),
                ("weights", models.TextField()),
                ("words", models.TextField()),
                ("terms", newsroom.search.fields.TermsField()),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "indexes": [models.Index(fields=["owner"], name="documents_of_an_owner")],
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="one_document_of_a_thing")],
            },
        ),
        AddTermsIndex("Document", "terms"),
    ]
