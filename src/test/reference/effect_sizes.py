"""Computes noncentral-*.tsv, noncentrality-*.tsv and effects-*.tsv of ../resources/reference by NumPy and SciPy alone.

Effect sizes follow the formulas of textbooks, each design its own: no general linear model is shared between them.
With --palm FOLDER it writes what PALM takes and octave_palm.m, which octave-cli runs in the folder with PALM on its path; with
--palm-results FOLDER it writes effects-palm.tsv, the d that palm_cohen made of them. PALM's palm_miscwrite.m writes four decimals;
with '%0.15g' in the place of its '%0.4f' it writes all that there are.
"""

import sys

import numpy as np
from scipy import integrate, optimize, special, stats

import tiny_cohort as tiny
from nilearn_values import flat, write

LOW, HIGH = 0.025, 0.975


def by_quadrature(t, nu, delta):
    """P(Z + delta <= t s), integrated over s = chi / sqrt(nu)."""
    density = stats.chi(nu, scale=1 / np.sqrt(nu))
    ends = density.ppf([1e-17, 0.5]).tolist() + [density.isf(1e-17)]
    knots = sorted({*ends, *[x for x in (np.linspace(-9, 9, 19) + delta) / t if ends[0] < x < ends[2]]})
    return sum(
        integrate.quad(lambda s: special.ndtr(t * s - delta) * density.pdf(s), a, b, epsabs=1e-14)[0]
        for a, b in zip(knots, knots[1:])
    )


def cumulative_t(t, nu, delta):
    p = stats.nct.cdf(t, nu, delta)
    return by_quadrature(t, nu, delta) if np.isnan(p) else p  # SciPy 1.17.1 gives up on a few


def distributions():
    rows = {key: [] for key in ["t", "dof", "delta", "p"]}
    for nu in [1, 2.5, 11, 40, 300]:
        for t in [-20.0, -2.0, -1e-3, 1e-3, 0.7, 3.0, 12.0, 60.0]:
            for shift in [-4, -1.5, 0, 1, 5]:
                delta = t + shift * np.sqrt(1 + t * t / (2 * nu))
                p = stats.nct.cdf(t, nu, delta)
                if np.isnan(p):
                    continue
                assert abs(p - by_quadrature(t, nu, delta)) < 1e-11, (t, nu, delta)
                for key, value in zip(rows, [t, nu, delta, p], strict=True):
                    rows[key].append(value)
    write("noncentral-t.tsv", rows)
    rows = {key: [] for key in ["F", "numerator", "denominator", "lambda", "p"]}
    for q in [1, 2, 7]:
        for nu in [1, 9, 120]:
            for f in [1e-4, 0.5, 3.0, 40.0, 900.0]:
                for share in [0, 0.3, 1, 2]:
                    values = [f, q, nu, share * q * f, stats.ncf.cdf(f, q, nu, share * q * f)]
                    for key, value in zip(rows, values, strict=True):
                        rows[key].append(float(value))
    write("noncentral-F.tsv", rows)


def solve(falling, start, step, least=-np.inf):
    low, high = max(least, start - step), start + step
    while low > least and falling(low) < 0:
        step *= 2
        low = max(least, low - step)
    while falling(high) > 0:
        step *= 2
        high += step
    return optimize.brentq(falling, low, high, xtol=1e-13, rtol=1e-14)


def limits_t(t, nu):
    step = np.sqrt(1 + t * t / (2 * nu))
    return [
        solve(lambda delta, p=p: cumulative_t(t, nu, delta) - p, t + z * step, step)
        for p, z in [(HIGH, -2), (LOW, 2)]
    ]


def limits_f(f, q, nu):
    return [
        0.0
        if stats.f.cdf(f, q, nu) <= p
        else solve(lambda size, p=p: stats.ncf.cdf(f, q, nu, size) - p, q * f, 1 + q * f / 2, 0.0)
        for p in [HIGH, LOW]
    ]


def intervals():
    rows = {key: [] for key in ["t", "dof", "lower", "upper"]}
    for nu in [1, 2.5, 11, 40, 300]:
        for t in [-30.0, -4.0, -0.5, 0.0, 1e-3, 1.0, 2.5, 9.0, 60.0]:
            for key, value in zip(rows, [t, nu, *limits_t(t, nu)], strict=True):
                rows[key].append(float(value))
    write("noncentrality-t.tsv", rows)
    rows = {key: [] for key in ["F", "numerator", "denominator", "lower", "upper"]}
    for q in [1, 2, 7]:
        for nu in [2, 9, 120]:
            for f in [1e-6, 0.3, 1.0, 4.0, 30.0, 500.0]:
                for key, value in zip(rows, [f, q, nu, *limits_f(f, q, nu)], strict=True):
                    rows[key].append(float(value))
    write("noncentrality-F.tsv", rows)


def unbias(nu):
    return np.exp(special.gammaln(nu / 2) - special.gammaln((nu - 1) / 2)) / np.sqrt(nu / 2)


def mean_and_deviation(y):
    return y.mean(axis=0), y.std(axis=0, ddof=1)


def one_sample(y):
    n = len(y)
    mean, deviation = mean_and_deviation(y)
    d = mean / deviation
    ends = np.array([limits_t(v * np.sqrt(n), n - 1) for v in d]) / np.sqrt(n)
    share = np.array([limits_f(n * v**2, 1, n - 1) for v in d])
    return {
        "d": d,
        "dLower": ends[:, 0],
        "dUpper": ends[:, 1],
        "g": d * unbias(n - 1),
        "partialR2": n * mean**2 / (y**2).sum(axis=0),
        "partialR2Lower": share[:, 0] / (share[:, 0] + n),
        "partialR2Upper": share[:, 1] / (share[:, 1] + n),
        "sd": deviation,
    }


def two_samples(b, a):
    n, m = len(b), len(a)
    (mean_b, s_b), (mean_a, s_a) = mean_and_deviation(b), mean_and_deviation(a)
    nu = n + m - 2
    pooled = np.sqrt(((n - 1) * s_b**2 + (m - 1) * s_a**2) / nu)
    d, size = (mean_b - mean_a) / pooled, np.sqrt(1 / n + 1 / m)
    ends = np.array([limits_t(v / size, nu) for v in d]) * size
    share = np.array([limits_f((v / size) ** 2, 1, nu) for v in d])
    correlation = [np.corrcoef(np.r_[np.ones(n), np.zeros(m)], np.r_[b[:, v], a[:, v]])[0, 1] for v in range(d.size)]
    r2 = np.array(correlation) ** 2
    shares = {
        "partialR2": r2,
        "partialR2Lower": share[:, 0] / (share[:, 0] + n + m),
        "partialR2Upper": share[:, 1] / (share[:, 1] + n + m),
    }
    model = {key.replace("partialR2", "R2"): value for key, value in shares.items()}
    return {"d": d, "dLower": ends[:, 0], "dUpper": ends[:, 1], "g": d * unbias(nu), "sd": pooled} | shares | model


def not_pooled(b, a):
    n, m = len(b), len(a)
    (mean_b, s_b), (mean_a, s_a) = mean_and_deviation(b), mean_and_deviation(a)
    average, error = np.sqrt((s_b**2 + s_a**2) / 2), np.sqrt(s_b**2 / n + s_a**2 / m)
    d, t = (mean_b - mean_a) / average, (mean_b - mean_a) / error
    welch = error**4 / ((s_b**2 / n) ** 2 / (n - 1) + (s_a**2 / m) ** 2 / (m - 1))
    freedom = (s_b**2 + s_a**2) ** 2 / (s_b**4 / (n - 1) + s_a**4 / (m - 1))
    ends = np.array([limits_t(*pair) for pair in zip(t, welch)]) * (error / average)[:, None]
    return {"d": d, "dLower": ends[:, 0], "dUpper": ends[:, 1], "g": d * unbias(freedom)}


def covariate(y, x, nuisance):
    """The correlation of what the nuisance leaves of both."""
    n, nu = len(y), len(y) - 1 - nuisance.shape[1]
    left = lambda z: z - nuisance @ np.linalg.lstsq(nuisance, z, rcond=None)[0]
    x_left, y_left = left(x), left(y)
    r = (x_left @ y_left) / np.sqrt((x_left @ x_left) * (y_left**2).sum(axis=0))
    t = r * np.sqrt(nu / (1 - r**2))
    ends = np.array([limits_t(v, nu) for v in t])
    ends = ends / np.sqrt(ends**2 + n)
    share = np.array([limits_f(v**2, 1, nu) for v in t])
    return {
        "r": r,
        "rLower": ends[:, 0],
        "rUpper": ends[:, 1],
        "partialR2": r**2,
        "partialR2Lower": share[:, 0] / (share[:, 0] + n),
        "partialR2Upper": share[:, 1] / (share[:, 1] + n),
    } | model(y, np.column_stack([x, nuisance]))


def model(y, x):
    """x with a constant among its columns."""
    n, rank = x.shape
    rest = ((y - x @ np.linalg.lstsq(x, y, rcond=None)[0]) ** 2).sum(axis=0)
    total = ((y - y.mean(axis=0)) ** 2).sum(axis=0)
    share = np.array([limits_f(v, rank - 1, n - rank) for v in (total - rest) / rest * (n - rank) / (rank - 1)])
    return {
        "R2": 1 - rest / total,
        "R2Lower": share[:, 0] / (share[:, 0] + n),
        "R2Upper": share[:, 1] / (share[:, 1] + n),
        "sd": np.sqrt(rest / (n - rank)),
    }


def several(y, x, nuisance):
    n, q, nu = len(y), x.shape[1], len(y) - x.shape[1] - nuisance.shape[1]
    rest = lambda z: ((y - z @ np.linalg.lstsq(z, y, rcond=None)[0]) ** 2).sum(axis=0)
    without, full = rest(nuisance), rest(np.column_stack([nuisance, x]))
    share = np.array([limits_f(v, q, nu) for v in (without - full) / full * nu / q])
    return {
        "partialR2": 1 - full / without,
        "partialR2Lower": share[:, 0] / (share[:, 0] + n),
        "partialR2Upper": share[:, 1] / (share[:, 1] + n),
    } | model(y, np.column_stack([x, nuisance]))


def sampled():
    inside = flat(tiny.INSIDE)
    return np.array([flat(image)[inside] for image in tiny.maps()])[:, ::7]


PALM = """
palm("-i", "one.csv", "-d", "mean.csv", "-ise", "-n", "2", "-saveglm", "-o", "mean");
palm("-i", "two.csv", "-d", "cells.csv", "-t", "difference.csv", "-n", "2", "-saveglm", "-o", "cells");
palm("-i", "two.csv", "-d", "dummy.csv", "-t", "second.csv", "-n", "2", "-saveglm", "-o", "dummy");
"""


def palm(folder):
    y, b = sampled(), tiny.GROUP[:11] == 1
    tables = {
        "one": y,
        "two": y[:11],
        "mean": np.ones((12, 1)),
        "cells": np.column_stack([~b, b]),
        "dummy": np.column_stack([np.ones(11), b]),
        "difference": [[-1, 1]],
        "second": [[0, 1]],
    }
    for name, table in tables.items():
        np.savetxt(f"{folder}/{name}.csv", np.asarray(table, float), delimiter=",", fmt="%.17g")
    with open(f"{folder}/octave_palm.m", "w") as out:
        out.write(PALM)


def palm_results(folder):
    read = lambda name: np.loadtxt(f"{folder}/{name}.csv", delimiter=",").ravel()
    names = {"mean": "mean_dat_cohen_c1", "cells": "cells_dat_cohen", "dummy": "dummy_dat_cohen"}
    write("effects-palm.tsv", {design: read(file) for design, file in names.items()})


def main():
    distributions()
    intervals()
    y = sampled()
    one, age, group = np.ones((12, 1)), tiny.AGE, tiny.GROUP
    eleven, b = y[:11], group[:11] == 1
    write("effects-one-sample.tsv", one_sample(y))
    write("effects-group.tsv", two_samples(eleven[b], eleven[~b]))
    write("effects-group-not-pooled.tsv", not_pooled(eleven[b], eleven[~b]))
    write("effects-age.tsv", covariate(y, age, np.column_stack([one, group])))
    write("effects-group-age-f.tsv", several(y, np.column_stack([group, age]), one))
    write("effects-paired.tsv", one_sample(y[6:] - y[:6]))


if __name__ == "__main__":
    if "--palm" in sys.argv:
        palm(sys.argv[-1])
    elif "--palm-results" in sys.argv:
        palm_results(sys.argv[-1])
    else:
        main()
