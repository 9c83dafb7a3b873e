"""What readers are asked, and the proof that they were; nothing here knows who a reader is."""

from .policy import Policy
from .proof import PolicyText, Tally
from .registry import Keeping, RegistryEntry
from .wording import Place, Wording

__all__ = ["Keeping", "Place", "Policy", "PolicyText", "RegistryEntry", "Tally", "Wording"]
