"""The share of dates of real plans that are those that Microsoft Project stored, by tier, beside MPXJ's scheduler.

`python benchmarks/accuracy.py [-v]`: with `-v` also each plan that has a difference. Reads the shared plans (`MILEPOST_DATA`, or
`../shared/data` beside the repository) and says so where they are not there.
"""

from __future__ import annotations

import sys

from _stored import PLANS, Tally, compare, read, real_plans, synthetic_plans


def main() -> int:
    """Print a line a tier; 0 unless start and finish fall behind MPXJ in a tier."""
    if not PLANS.is_dir():
        print(f"no plans in {PLANS}: set MILEPOST_DATA to measure accuracy")
        return 0
    tiers: dict[str, Tally] = {}
    others: dict[str, list[int]] = {}
    for name, tier, path, row in real_plans():
        tally = compare(read(path))
        if "-v" in sys.argv and tally.six_dates < tally.tasks:
            print(f"  {name} {tier:7} {tally}")
        tiers.setdefault(tier, Tally()).add(tally)
        theirs = others.setdefault(tier, [0, 0])
        theirs[0] += int(row["mpxj_start_finish"])
        theirs[1] += int(row["mpxj_six_dates"])
    for tier, tally in tiers.items():
        _print(tier, tally, others[tier])
    synthetic = Tally()
    for path in synthetic_plans():
        synthetic.add(compare(read(path)))
    _print("synthetic", synthetic, None)
    return 0 if all(tally.start_finish >= others[tier][0] for tier, tally in tiers.items()) else 1


def _print(tier: str, tally: Tally, theirs: list[int] | None) -> None:
    beside = f" (MPXJ {100 * theirs[0] / tally.tasks:.1f})" if theirs and tally.tasks else ""
    beside_six = f" (MPXJ {100 * theirs[1] / tally.tasks:.1f})" if theirs and tally.tasks else ""
    print(
        f"{tier:9} {tally.tasks:6} tasks: start and finish {tally.share('start_finish'):6.2f} %{beside}, "
        f"six dates {tally.share('six_dates'):6.2f} %{beside_six}, total slack {tally.share('total_slack'):6.2f} %, "
        f"free slack {tally.share('free_slack'):6.2f} %, critical {tally.share('critical'):6.2f} %"
    )


if __name__ == "__main__":
    raise SystemExit(main())
