"""What other programs' logs say, brought together with what is here.

`Namer` tells which exercise a name means, `assemble` makes one `Assembly` of the logs that were
read: the `Changes` to put in place, and a `FileReport` a file. Nothing is stored here.
"""

from hemipelvi_gui.coach.history.assembling import assemble
from hemipelvi_gui.coach.history.naming import LEAVE_OUT, NEW, How, NameMatch, Namer
from hemipelvi_gui.coach.history.reports import Assembly, FileReport, Here, NamedLog
from hemipelvi_gui.coach.history.units import earlier_units

__all__ = [
    "LEAVE_OUT",
    "NEW",
    "Assembly",
    "FileReport",
    "Here",
    "How",
    "NameMatch",
    "NamedLog",
    "Namer",
    "assemble",
    "earlier_units",
]
