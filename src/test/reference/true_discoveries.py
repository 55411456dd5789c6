"""Writes true-discoveries.tsv: levels of Simes' thresholds of all labellings and bounds on true discoveries, by NumPy and SciPy
alone, from the definitions: every p of every labelling is sorted, every threshold of every set is tried."""

import itertools
from pathlib import Path

import numpy as np
from scipy import stats

import tiny_cohort

OUT = Path(__file__).parent / "../resources/reference/true-discoveries.tsv"
MASK = tiny_cohort.INSIDE.ravel(order="F")
MAPS = np.array([m.ravel(order="F")[MASK] for m in tiny_cohort.maps()])
REGION = (tiny_cohort.I // 5 + 3 * (tiny_cohort.J // 6) + 9 * (tiny_cohort.K // 7)).ravel(order="F")[MASK] + 1
AGE, GROUP = tiny_cohort.AGE, tiny_cohort.GROUP


def one_sample(labelling):
    flipped = MAPS[:8] * np.array(labelling)[:, None]
    t = flipped.mean(0) / (flipped.std(0, ddof=1) / np.sqrt(8))
    return t, stats.t(7)


def two_regressors(order):
    """F of group and age together in the first six subjects."""
    order = list(order)
    y = MAPS[:6] - MAPS[:6].mean(0)
    x = np.column_stack([GROUP[:6], AGE[:6]])[order]
    x = x - x.mean(0)
    q, _ = np.linalg.qr(x)
    explained = ((q.T @ y) ** 2).sum(0)
    rest = ((y - q @ (q.T @ y)) ** 2).sum(0)
    return (explained / 2) / (rest / 3), stats.f(2, 3)


def p_values(statistic, distribution, tail):
    if tail == "both":
        return 2 * distribution.sf(np.abs(statistic))
    return distribution.sf(-statistic if tail == "negative" else statistic)


def level(p, shift):
    m, u = len(p), np.arange(1, len(p) + 1)
    ratio = np.sort(p)[shift:] * (m - shift) / (u[shift:] - shift)
    return ratio.min()


def bound(p, tests, shift, lam):
    u = np.arange(1, len(p) + 1)
    thresholds = np.maximum(0, lam * (u - shift) / (tests - shift))
    return int(max(0, max(1 - k + (p < threshold).sum() for k, threshold in zip(u, thresholds))))


def case(name, labellings, statistic, tail, shift):
    rows = []
    all_p = [p_values(*statistic(labelling), tail) for labelling in labellings]
    levels = [level(p, shift) for p in all_p]
    rows.append((name, "observed", -np.log10(levels[0])))
    for n, value in enumerate(sorted(-np.log10(levels))):
        rows.append((name, f"level{n}", value))
    for alpha in (0.01, 0.05, 0.2):
        lam = sorted(levels)[int(np.floor(alpha * len(levels) + 1e-9))] * (1 - 1e-5)
        rows.append((name, f"lambda{alpha}", lam))
        rows.append((name, f"all{alpha}", bound(all_p[0], len(all_p[0]), shift, lam)))
        for region in np.unique(REGION):
            rows.append((name, f"region{region}-{alpha}", bound(all_p[0][REGION == region], len(all_p[0]), shift, lam)))
    return rows


def main():
    flips = list(itertools.product([1, -1], repeat=8))
    orders = list(itertools.permutations(range(6)))
    rows = []
    for tail in ("positive", "negative", "both"):
        for shift in (0, 20):
            rows += case(f"one-sample-{tail}-{shift}", flips, one_sample, tail, shift)
    rows += case("f-positive-0", orders, two_regressors, "positive", 0)
    with open(OUT, "w") as out:
        out.write("case\twhat\tvalue\n")
        for name, what, value in rows:
            out.write(f"{name}\t{what}\t{value!r}\n" if isinstance(value, int) else f"{name}\t{what}\t{float(value)!r}\n")


main()
