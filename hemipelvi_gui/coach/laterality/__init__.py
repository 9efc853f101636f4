"""How like running an exercise is of which only the name is known.

A `Classifier` looks a name up in the library, then looks again with spelling forgiven, and only
then infers the four facets from the words. The words lie in resources/laterality as data.
"""

from hemipelvi_gui.coach.laterality.classify import Classifier, classify
from hemipelvi_gui.coach.laterality.guess import UNSURE, Guess
from hemipelvi_gui.coach.laterality.parsing import implements

__all__ = ["UNSURE", "Classifier", "Guess", "classify", "implements"]
