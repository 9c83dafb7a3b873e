"""Which columns exist once per language. None falls back: a text that is missing stays missing."""

from modeltranslation.translator import TranslationOptions, register

from .models import Article, Author, Block, Category, Office, Point, Source, Speaker, Topic
from .models.body import KINDS
from .models.naming import NAMING_FIELDS


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = Article.TRANSLATED


@register(Point)
class PointTranslation(TranslationOptions):
    fields = Point.TRANSLATED


@register([Block, *KINDS.values()])
class BlockTranslation(TranslationOptions):
    fields = Block.TRANSLATED


@register([Topic, Speaker, Source])
class NamedTranslation(TranslationOptions):
    fields = NAMING_FIELDS


@register(Category)
class CategoryTranslation(TranslationOptions):
    fields = (*NAMING_FIELDS, "description")


@register(Author)
class AuthorTranslation(TranslationOptions):
    fields = (*NAMING_FIELDS, "biography")


@register(Office)
class OfficeTranslation(TranslationOptions):
    fields = ("title",)
