"""Prints what was measured of the makers: each beside grantdesk, and the targets."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.pdf.rounds import Took
from bench.pdf.target import Target

HEAD = (
    f"{'':13}{'pages':>6}{'warm CPU':>10}{'wall':>7}{'ratio':>7}{'whole CPU':>11}{'wall':>7}{'ratio':>7}"
    f"{'MiB':>6}{'KiB':>6}  conforms to"
)


def show(
    pages: int, warm: Mapping[str, Took], whole: Mapping[str, Took], verdicts: Mapping[str, Any]
) -> dict[str, Any]:
    """A table of medians in milliseconds; the same for programs."""
    print(f"\n{pages} pages: medians in ms; ratios of CPU time to grantdesk’s\n{HEAD}", flush=True)
    for name in whole:
        told = verdicts.get(name, {})
        conforms = [
            f"{who} {', '.join(told[who]) or '–'}" for who in ("page-validation", "veraPDF") if who in told
        ]
        left = f"{name:13}{told.get('pages', ''):>6}{_times(warm, name)}{_times(whole, name, 4)}"
        size = f"{told['bytes'] / 1024:6.0f}" if told else f"{'':6}"
        print(f"{left}{whole[name].peak:6.0f}{size}  {'; '.join(conforms)}", flush=True)
    return {"warm": warm, "whole": whole, "verdicts": verdicts}


def _times(took: Mapping[str, Took], name: str, wider: int = 3) -> str:
    if name not in took:
        return f"{'':{21 + wider}}"
    data = took[name].as_data()
    ratio = took[name].median / took["grantdesk"].median
    return f"{data['cpu']:{7 + wider}.0f}{data['wall']:7.0f}{ratio:7.2f}"


def show_growth(grown: Mapping[int, float]) -> Mapping[int, float]:
    """The time of a page, by the number of pages."""
    print(
        "\n"
        + "grantdesk, CPU of a page: "
        + ", ".join(f"{ms:.2f} ms of {n} pages" for n, ms in grown.items())
    )
    return grown


def show_targets(targets: Sequence[Target]) -> list[dict[str, object]]:
    """Each with what was found."""
    print()
    for target in targets:
        print(f"{'met' if target.met else 'MISSED':7}{target.name}: {target.said}")
    return [target.as_data() for target in targets]
