"""What the desk of stories answers beside its list and its form: address, name, view."""

from .breaking import ask_to_announce
from .flash import filed, flash, task_done
from .history import chosen, comparison, history, restore_view
from .leaving import leaver
from .previewing import framed, keep_and_preview, new_link, shell, take_back
from .told import seen
from .writing.company import presence
from .writing.keeping import autosave, throw_away
from .writing.story_links import stories
from .writing.taking_over import take_over_view
from .writing.withdrawal import ask_to_withdraw

PAGES = (
    ("autosave/", "autosave-new", autosave),
    ("<int:article_id>/autosave/", "autosave", autosave),
    ("<int:article_id>/presence/", "presence", presence),
    ("<int:article_id>/take-over/<int:person_id>/", "take-over", take_over_view),
    ("<int:article_id>/seen/", "seen", seen),
    ("<int:article_id>/history/", "articles_article_history", history),
    ("<int:article_id>/history/compare/", "compare-chosen", chosen),
    ("<int:article_id>/history/<int:old>/<int:new>/", "compare", comparison),
    ("<int:article_id>/history/<int:number>/restore/", "restore", restore_view),
    ("preview/", "preview-keep-new", keep_and_preview),
    ("<int:article_id>/preview/keep/", "preview-keep", keep_and_preview),
    ("<int:article_id>/preview/", "preview", shell),
    ("<int:article_id>/preview/page/<str:language>/", "preview-page", framed),
    ("preview/<uuid:key>/", "preview-new", shell),
    ("preview/<uuid:key>/page/<str:language>/", "preview-page-new", framed),
    ("<int:article_id>/preview/link/", "preview-link", new_link),
    ("<int:article_id>/preview/link/<int:link_id>/revoke/", "preview-revoke", take_back),
    ("discard/", "discard-new", throw_away),
    ("<int:article_id>/discard/", "discard", throw_away),
    ("stories/", "story-links", stories),
    ("flash/", "flash", flash),
    ("leaver/<int:person_id>/", "leaver", leaver),
    ("<int:article_id>/flash/", "flash-filed", filed),
    ("<int:article_id>/flash/<str:kind>/", "flash-task", task_done),
    ("<int:article_id>/breaking/<str:language>/", "breaking", ask_to_announce),
    ("<int:article_id>/withdraw/<str:language>/", "withdraw", ask_to_withdraw),
)
