"""What readers are told when they are asked, in words that editors may change in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.TextChoices):
    """Where words stand."""

    ASK = "ask", _("bar: the question, before the list of purposes")
    PROMISE = "promise", _("bar: what holds until readers answer")
    AGAIN = "again", _("bar: why readers are asked again, before the list of what is new")
    ACCEPT = "accept", _("bar: button that accepts all")
    REJECT = "reject", _("bar: button that rejects all")
    CHOOSE = "choose", _("bar: link to the choice")
    EXPLAIN = "explain", _("bar: link to the cookies page")
    SAVED = "saved", _("bar: confirmation of an answer")
    NOTICE = "notice", _("notice: what readers are told while nothing needs consent")
    NOTICE_SEEN = "notice_seen", _("notice: its button")
    UNDECIDED = "undecided", _("cookies page: that nothing was chosen yet")
    YES = "yes", _("cookies page: allowing a purpose")
    NO = "no", _("cookies page: refusing a purpose")
    SAVE = "save", _("cookies page: button that saves the choice")
    HIDE = "hide", _("button that puts a confirmation away")
    NOTHING = "nothing", _("cookies page: that there is nothing to choose")
    KEPT = "kept", _("cookies page: heading of the registry")
    KEPT_MEANS = "kept_means", _("cookies page: what stands in the registry")
    PREFERENCES = "preferences", _("purpose: remembered preferences")
    PREFERENCES_MEAN = "preferences_mean", _("purpose: what remembered preferences are")
    ANALYTICS = "analytics", _("purpose: visit statistics")
    ANALYTICS_MEAN = "analytics_mean", _("purpose: what visit statistics are")
    EMBEDS = "embeds", _("purpose: films and posts from other sites")
    EMBEDS_MEAN = "embeds_mean", _("purpose: what films and posts from other sites are")
    MARKETING = "marketing", _("purpose: advertising")
    MARKETING_MEAN = "marketing_mean", _("purpose: what advertising is")
    OFFER = "offer", _("language prompt: the offer, in the language offered")
    OLDER = "older", _("language prompt: that the offered version is older than this page")
    SWITCH = "switch", _("language prompt: button that switches")
    STAY = "stay", _("language prompt: button that stays")
    STAYED = "stayed", _("language prompt: confirmation of staying")


class Wording(models.Model):
    """Words of an editor's for one place; in a language without any the shipped ones are shown."""

    place = models.CharField(_("place"), max_length=20, choices=Place, unique=True, editable=False)
    text = models.TextField(_("words"), max_length=400, blank=True, help_text=_("Empty: the shipped words."))

    class Meta:
        verbose_name = _("words to readers")
        verbose_name_plural = _("words to readers")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_place_display()
