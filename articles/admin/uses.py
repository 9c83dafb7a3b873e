from django.db.models import ForeignObjectRel, Model

from newsroom.editorial.uses import KeptWhileUsed

from ..models import Authorship, Block, Citation, Edition, Quote
from ..models.listings import Listing


class KeptWhileNamed(KeptWhileUsed):
    """Whatever names a person or thing, editors know it as the story it stands in."""

    def keeps(self, relation: ForeignObjectRel) -> bool:
        """Count what readers still see, too: the desk may have taken a thing from a story that is live with it."""
        return issubclass(relation.related_model, Listing) or super().keeps(relation)

    def user_of(self, row: Model) -> Model:
        if isinstance(row, Block):
            return row.parent
        if isinstance(row, Quote | Listing):
            return row.edition.article
        return row.article if isinstance(row, Edition | Authorship | Citation) else row
