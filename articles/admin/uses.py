from django.db.models import Model

from newsroom.editorial.uses import KeptWhileUsed

from ..models import Authorship, Block, Citation, Edition, Quote


class KeptWhileNamed(KeptWhileUsed):
    """Whatever names a person or thing, editors know it as the story it stands in."""

    def user_of(self, row: Model) -> Model:
        if isinstance(row, Block):
            return row.parent
        if isinstance(row, Quote):
            return row.edition.article
        return row.article if isinstance(row, Edition | Authorship | Citation) else row
