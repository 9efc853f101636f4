"""What a reading says, as JSON and in words for a terminal."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.coach.findings import band_words, fix_for, percent
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange import shown

if TYPE_CHECKING:
    from hemipelvi_gui.coach.laterality import Guess
    from hemipelvi_gui.coach.reading import Reading

LONGEST_LINE = 300


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """A session's balance and findings. Shares in [0, 1] or None."""
    sums = reading.balance
    return {
        "session": reading.session.name,
        "asymmetric_share": sums.asymmetric_share,
        "gait_likeness": sums.gait_likeness,
        "side_gap": sums.side_gap,
        "hse": sums.hse,
        "minutes": round(reading.seconds / 60, 1),
        "findings": [
            {
                "rule": finding.rule,
                "level": finding.level.value,
                "message": str(finding.message),
                "fix": None if fix is None else str(fix.label),
            }
            for finding in reading.findings
            for fix in (fix_for(reading, finding),)
        ],
    }


def print_reading(reading: Reading) -> None:
    """A session's balance and findings, a line each."""
    sums, settings = reading.balance, reading.settings
    print(shown(reading.session.name, LONGEST_LINE))
    if sums.asymmetric_share is None or sums.gait_likeness is None or sums.side_gap is None:
        print("  " + str(translate("CommandLine", "No leg work, so the balance is not defined.")))
    else:
        lines = (
            translate(
                "CommandLine",
                "{share} % asymmetric (target {band} %), gait-likeness {gait} %",
                share=percent(sums.asymmetric_share),
                band=band_words(settings),
                gait=percent(sums.gait_likeness),
            ),
            translate(
                "CommandLine",
                "{hse:.1f} hard sets, left {left:.1f}, right {right:.1f}",
                hse=sums.hse,
                left=sums.left,
                right=sums.right,
            ),
        )
        print(*(f"  {each}" for each in lines), sep="\n")
    about = translate("CommandLine", "about {minutes} min", minutes=-int(-reading.seconds // 60))
    print(f"  {about}")
    _print_findings(reading)
    print()


def _print_findings(reading: Reading) -> None:
    for finding in reading.findings:
        fix = fix_for(reading, finding)
        words = f"{finding.level.value}: {finding.message}. {finding.reason}"
        print("  " + shown(words + (f" \u2192 {fix.label}" if fix else ""), LONGEST_LINE))
    if not reading.findings:
        print("  " + str(translate("CommandLine", "no findings")))


def name_as_json(name: str, guess: Guess) -> dict[str, Any]:
    """One name looked up. `confidence` in [0, 1]: an exact name is found for certain."""
    return {
        "name": name,
        "match": guess.match,
        "class": guess.laterality.value,
        "asymmetry": guess.asymmetry,
        "facets": None if guess.facets is None else asdict(guess.facets),
        "confidence": guess.confidence,
        "reason": str(guess.reason),
    }


def print_name(name: str, guess: Guess) -> None:
    """A name that was looked up: what it is, its class, its score and its facets."""
    if not guess.confidence:
        print(f"{shown(name)}: " + str(translate("CommandLine", "not in the library")))
        return
    score = "" if guess.asymmetry is None else f" {guess.asymmetry:.3f}"
    facets = {} if guess.facets is None else asdict(guess.facets)
    words = ", ".join(f"{facet} {level}" for facet, level in facets.items())
    about = f" ({words})" if words else ""
    start = f"{shown(guess.match)}, " if guess.match else ""
    line = f"{shown(name)}: {start}{guess.laterality}{score}{about}"
    if guess.confidence < 1:
        sure = translate("CommandLine", "{percent} % sure", percent=percent(guess.confidence))
        line += f"; {sure}: {shown(str(guess.reason), LONGEST_LINE)}"
    print(line)
