from django.db import models

from .fields import TermsField


class Document(models.Model):
    """Something that search finds, as it stands in the index.

    Its id is its position in time: the second of its moment, or the nearest free one before. So the index is read from
    the newest, and reading ends with the page that is asked for, however much there is.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=10)
    key = models.PositiveBigIntegerField()  # what it is: an id of the content
    owner = models.PositiveBigIntegerField()  # with what it comes and goes: an id of the content, too
    language = models.CharField(max_length=12)
    moment = models.DateTimeField()
    until = models.DateTimeField(null=True)
    rules = models.CharField(max_length=120)  # by which it was indexed
    marks = models.TextField()  # what it is filtered and counted by
    weights = models.TextField()  # the terms that weigh more than to stand somewhere in the text
    # Wide, and read for phrases only: at the end, where a row is not read that far.
    words = models.TextField()
    terms = TermsField()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documents"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_document_of_a_thing")]
        indexes = [models.Index(fields=["owner"], name="documents_of_an_owner")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Known(models.Model):
    """A word of the documents as it is written, with the number of documents that hold it."""

    # "uk:слово". One text and unique, so that both databases find a beginning of it by the index.
    entry = models.CharField(max_length=80, primary_key=True)
    documents = models.PositiveIntegerField()

    class Meta:
        verbose_name = "known word"
        verbose_name_plural = "known words"

    def __str__(self) -> str:
        return self.entry
