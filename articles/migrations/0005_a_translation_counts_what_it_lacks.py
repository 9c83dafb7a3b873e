from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_a_draft_needs_no_category"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="missing",
            field=models.PositiveSmallIntegerField(
                default=0,
                editable=False,
                help_text="How many of those behind it lacks altogether.",
                verbose_name="pieces it lacks",
            ),
        ),
    ]
