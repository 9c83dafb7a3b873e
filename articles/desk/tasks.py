"""What a flash still lacks. It goes out first; a colleague's eyes, a picture and a description follow."""

from django.db.models import QuerySet
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, Publication, Task


def note_tasks(article: Article) -> None:
    """Write down what a flash lacks when it goes out."""
    Task.objects.bulk_create(Task(article=article, kind=kind) for kind in Task.Kind.values)


def open_tasks(article: Article) -> QuerySet[Task]:
    return article.tasks.filter(done=None)


def tick_off(article: Article, by: Person) -> None:
    """Mark as done what a save or a publication has done."""
    done = [task.pk for task in open_tasks(article) if DONE[task.kind](article)]
    Task.objects.filter(pk__in=done).update(done=timezone.now(), by=by)


def finish(task: Task, by: Person) -> None:
    """Mark a task as done because somebody says so: a flash may need no picture."""
    Task.objects.filter(pk=task.pk, done=None).update(done=timezone.now(), by=by)


def _is_read(article: Article) -> bool:
    """Whoever publishes what another has filed has read it."""
    publications = Publication.objects.filter(edition__article=article).order_by("pk")
    return len(set(publications.values_list("by", flat=True))) > 1


def _is_described(article: Article) -> bool:
    return bool(article.text("seo_description", article.original_language))


DONE = {
    Task.Kind.REVIEW: _is_read,
    Task.Kind.PICTURE: lambda article: article.picture_id is not None,
    Task.Kind.SEARCH: _is_described,
}
