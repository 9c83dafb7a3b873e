from modeltranslation.translator import TranslationOptions, register

from .models import RegistryEntry, Wording


@register(RegistryEntry)
class RegistryEntryTranslation(TranslationOptions):
    fields = ("purpose",)


@register(Wording)
class WordingTranslation(TranslationOptions):
    fields = ("text",)
