"""What pictures say of themselves, for those who keep pages that show them."""

from django.dispatch import Signal

# A page shows a picture: `picture`, and `parts`, names of what it shows of it: image, alt, credit.
shown = Signal()
# A picture has renditions that it lacked: `picture`.
renditions_made = Signal()
# Pictures were changed in bulk, past their save().
changed_in_bulk = Signal()
