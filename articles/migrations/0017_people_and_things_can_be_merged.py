"""Two rows that are one person or thing become one; speakers are known by addresses elsewhere."""

import re

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_quotes_have_addresses_of_their_own"),
    ]

    operations = [
        migrations.AlterField(
            model_name="speaker",
            name="wikidata",
            field=models.CharField(
                blank=True,
                help_text="The number that begins with Q, e.g. Q42.",
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        re.compile("\\AQ[1-9][0-9]*\\Z"), "Give the number alone: Q and digits, e.g. Q42."
                    )
                ],
                verbose_name="Wikidata",
            ),
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "url",
                    models.URLField(
                        error_messages={
                            "unique": "Another speaker has this address. If both are one person, merge them."
                        },
                        help_text="The speaker’s page at VIAF, ISNI or ORCID, their own site, a profile. It begins with https://.",
                        max_length=300,
                        unique=True,
                        validators=[
                            django.core.validators.URLValidator(
                                code="insecure", message="Give an address that begins with https://.", schemes=["https"]
                            )
                        ],
                        verbose_name="address",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identities",
                        to="articles.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "address elsewhere",
                "verbose_name_plural": "addresses elsewhere",
                "ordering": ["url"],
            },
        ),
        migrations.CreateModel(
            name="Merger",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("former_id", models.PositiveBigIntegerField()),
                ("present_id", models.PositiveBigIntegerField()),
                ("when", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "merger",
                "verbose_name_plural": "mergers",
                "indexes": [models.Index(fields=["kind", "present_id"], name="merged_into")],
                "constraints": [models.UniqueConstraint(fields=("kind", "former_id"), name="merged_once")],
            },
        ),
    ]
