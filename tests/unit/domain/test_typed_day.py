from __future__ import annotations

from datetime import date

import pytest

from hemipelvi_gui.domain.typed_day import typed_day

NOVEMBER = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-02-17", date(2027, 2, 17)),
        ("20270217", date(2027, 2, 17)),
        ("17 Feb 2027", date(2027, 2, 17)),
        ("Wed 17 Feb 2027", date(2027, 2, 17)),
        ("Wednesday, 17 February 2027", date(2027, 2, 17)),
        ("  17.2.2027 ", date(2027, 2, 17)),
        ("17.2.27", date(2027, 2, 17)),
        ("17/2/2027", date(2027, 2, 17)),
        ("Feb 17, 2027", date(2027, 2, 17)),
        ("17th Feb 27", date(2027, 2, 17)),
        ("14 Mar", date(2027, 3, 14)),
        ("20.11.", date(2026, 11, 20)),
        ("29 Feb", None),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, day: date | None) -> None:
    assert typed_day(text, NOVEMBER).date == day


def test_where_the_month_comes_first_it_is_read_so() -> None:
    assert typed_day("2/3/2027", NOVEMBER, day_first=False).date == date(2027, 2, 3)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("31 Feb 2027", "31 February is no date."),
        ("2027-02-31", "31 February is no date."),
        ("29 Feb 2027", "February 2027 has no 29th."),
        ("3.13.2027", "There is no month 13."),
        ("Mon 17 Feb 2027", "17 February 2027 is a Wednesday."),
        ("", "A date is needed, like 17 Feb 2027."),
        ("soon", "\u201csoon\u201d is no date. Write it like 17 Feb 2027."),
        ("17 Brumaire", "\u201c17 Brumaire\u201d is no date. Write it like 17 Feb 2027."),
        ("17 Feb or so", "\u201c17 Feb or so\u201d is no date. Write it like 17 Feb 2027."),
    ],
)
def test_what_is_no_date_says_why(text: str, wrong: str) -> None:
    found = typed_day(text, NOVEMBER)
    assert found.date is None
    assert str(found.wrong) == wrong


@pytest.mark.parametrize("text", ["00.00.0000", "99999999", "0000-01-01", "\u0663 Feb 2027"])
def test_odd_numbers_do_no_harm(text: str) -> None:
    typed_day(text, NOVEMBER)
