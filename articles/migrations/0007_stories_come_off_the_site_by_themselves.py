from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_lists_of_the_desk_have_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="authorlisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="categorylisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="edition",
            name="withdraw_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="comes off the site"),
        ),
        migrations.AddField(
            model_name="picturelisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="quote",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="sourcelisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="speakerlisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="topiclisting",
            name="withdraw_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                models.F("withdraw_at"),
                condition=models.Q(("stage", "published"), ("withdraw_at__isnull", False)),
                name="editions_that_come_off",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdraw_at", None), ("withdraw_at__gt", models.F("publish_at")), _connector="OR"),
                name="edition_goes_live_before_it_comes_off",
            ),
        ),
    ]
