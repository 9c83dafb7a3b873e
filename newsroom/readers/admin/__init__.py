"""The registry of cookies, the words to readers and the proof, in the admin.

The content says who may change them, by rights that it puts between each pair of classes.
"""

from .policy import PolicyAdmin, ProofStays
from .registry import OwnStay, RegistryAdmin
from .wording import PlacesStay, WordingAdmin

__all__ = ["OwnStay", "PlacesStay", "PolicyAdmin", "ProofStays", "RegistryAdmin", "WordingAdmin"]
