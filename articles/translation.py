"""Which columns exist once per language. Only names fall back; a text that is missing stays missing."""

from django.conf import settings
from modeltranslation.translator import TranslationOptions, register

from .models import Article, Author, Block, Category, Office, Point, Source, Speaker, Topic
from .models.body import KINDS
from .models.naming import NAMING_FIELDS

NAMES_FALL_BACK = {"default": (settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES[1:]))}


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
    fallback_languages = NAMES_FALL_BACK
