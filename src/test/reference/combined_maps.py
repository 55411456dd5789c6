"""Writes combined-maps.tsv: non-parametric combinations and conjunctions of two and three maps, by NumPy and SciPy alone, from
the definitions, all labellings made. With --palm FOLDER it writes the maps of two cases as PALM takes them, and with
--palm-results FOLDER it writes combined-maps-palm.tsv, what PALM made of them."""

import itertools
import sys
from pathlib import Path

import numpy as np
from scipy import ndimage, stats

import tiny_cohort

OUT = Path(__file__).parent / "../resources/reference/combined-maps.tsv"
MASK = tiny_cohort.INSIDE.ravel(order="F")
MAPS = np.array([m.ravel(order="F")[MASK] for m in tiny_cohort.maps()])
FORMING, EVERY = 0.05, 21
AGE, GROUP = tiny_cohort.AGE, tiny_cohort.GROUP

# Of each subject: its own map, a tenth of the sum with another's, in other units, and a third subject's upside down.
KINDS = [lambda s: MAPS[s], lambda s: (MAPS[s] + MAPS[(s + 3) % 12]) / 8192, lambda s: -MAPS[(s + 5) % 12]]


def kinds(count, subjects):
    return [np.array([KINDS[k](s) for s in range(subjects)]) for k in range(count)]


def t_of(y, x, contrast):
    beta, *_ = np.linalg.lstsq(x, y, rcond=None)
    residuals = y - x @ beta
    dof = len(y) - np.linalg.matrix_rank(x)
    variance = (residuals**2).sum(0) / dof * (contrast @ np.linalg.pinv(x.T @ x) @ contrast)
    return contrast @ beta / np.sqrt(variance), dof


def part_p(t, dof, tail):
    return 2 * stats.t.sf(np.abs(t), dof) if tail == "both" else stats.t.sf(-t if tail == "negative" else t, dof)


def combine(how, t, dof, tail):
    p = part_p(t, dof, tail)
    if how == "tippett":
        return -np.log10(p.min(0))
    if how == "fisher":
        return -2 * np.log(p).sum(0)
    # of the side with the smaller tail
    z = np.where(p < 0.5, stats.norm.isf(p), -stats.norm.isf(np.where(p < 0.5, 0.5, 1 - p)))
    return z.sum(0) / np.sqrt(len(t))


def level(how, count):
    if how == "tippett":
        return -np.log10(1 - (1 - FORMING) ** (1 / count))
    return stats.chi2.isf(FORMING, 2 * count) if how == "fisher" else stats.norm.isf(FORMING)


def clusters(values, above):
    """Sizes and masses of the clusters by voxel, faces touching."""
    grid = np.zeros(MASK.size)
    grid[MASK] = np.maximum(0, values - above)
    grid = grid.reshape(tiny_cohort.SHAPE, order="F")
    labels, found = ndimage.label(grid > 0)
    size = np.concatenate([[0], ndimage.sum(grid > 0, labels, range(1, found + 1))])
    mass = np.concatenate([[0], ndimage.sum(grid, labels, range(1, found + 1))])
    return [by[labels].ravel(order="F")[MASK] for by in (size, mass)]


def least(t, tail):
    low, high = t.min(0), t.max(0)
    if tail == "positive":
        return low
    return high if tail == "negative" else np.where(low > 0, low, np.where(high < 0, high, 0))


def evidence(t, tail):
    return np.abs(t) if tail == "both" else -t if tail == "negative" else t


def flips(count, subjects):
    """t of each kind of map under each flip; the unshuffled first."""
    x, c = np.ones((subjects, 1)), np.array([1.0])
    for signs in itertools.product([1, -1], repeat=subjects):
        yield np.array([t_of(y * np.array(signs)[:, None], x, c)[0] for y in kinds(count, subjects)]), subjects - 1


def permutations(count, subjects):
    """The same under each permutation of age, group being nuisance by Freedman and Lane."""
    z = np.column_stack([np.ones(subjects), GROUP[:subjects]])
    x = np.column_stack([z, AGE[:subjects]])
    c = np.array([0, 0, 1.0])
    remove = np.eye(subjects) - z @ np.linalg.pinv(z)
    for order in itertools.permutations(range(subjects)):
        shuffled = [remove[list(order)] @ y for y in kinds(count, subjects)]
        ts = [t_of(y, x, c) for y in shuffled]
        yield np.array([t for t, _ in ts]), ts[0][1]


def p_of(observed, maxima):
    """Of all labellings, the unshuffled among them, the share that reaches a value."""
    limits = observed - 1e-10 * np.maximum(1, np.abs(observed))
    return (np.asarray(maxima)[None, :] >= limits[:, None]).mean(1)


def case(name, labellings, tail, every):
    rows = []
    labellings = list(labellings)
    observed, dof = labellings[0]

    def add(test, values, maxima, value_evidence):
        for n, value in enumerate(sorted(maxima)):
            if n % every == 0:
                rows.append((name, test, f"null{n}", value))
        p = p_of(value_evidence, maxima)
        for v in range(0, len(values), EVERY):
            rows.append((name, test, f"map{v}", values[v]))
            rows.append((name, test, f"p{v}", p[v]))

    for how in ("tippett", "fisher", "stouffer"):
        add(how, combine(how, observed, dof, tail),
            [combine(how, t, dof, tail).max() for t, _ in labellings], combine(how, observed, dof, tail))
        above = level(how, len(observed))
        formed = [clusters(combine(how, t, dof, tail), above) for t, _ in labellings]
        for s, statistic in enumerate(("size", "mass")):
            add(f"{how} {statistic}", formed[0][s], [one[s].max() for one in formed], formed[0][s])
    joint = [evidence(t, tail).max() for t, _ in labellings]
    add("min", least(observed, tail), joint, evidence(least(observed, tail), tail))
    for k in range(len(observed)):
        for v, value in enumerate(p_of(evidence(observed[k], tail), joint)):
            if v % EVERY == 0:
                rows.append((name, f"joint{k}", f"p{v}", value))
    return rows


PALM = """
for method = {"Tippett", "Fisher", "Stouffer"}
  palm("-i", "kind0.csv", "-i", "kind1.csv", "-d", "design.csv", "-ise", "-n", "0", "-npc", "-npcmethod", method{1}, ...
       "-corrmod", "-o", ["out_" lower(method{1})]);
end
"""


def palm(folder):
    """What PALM needs; octave_palm.m is run by octave-cli in the folder, with PALM on its path."""
    for k, maps in enumerate(kinds(2, 8)):
        np.savetxt(f"{folder}/kind{k}.csv", maps, delimiter=",", fmt="%.17g")
    np.savetxt(f"{folder}/design.csv", np.ones((8, 1)), delimiter=",")
    Path(folder, "octave_palm.m").write_text(PALM)


def palm_results(folder):
    """PALM's numbers, which it writes with four decimals: its first contrast is the positive side, its second the negative."""
    read = lambda name: np.loadtxt(f"{folder}/{name}.csv", delimiter=",").ravel()
    with open(OUT.parent / "combined-maps-palm.tsv", "w") as out:
        out.write("case\ttest\twhat\tvalue\n")
        for c, tail in enumerate(("positive", "negative"), 1):
            for how in ("tippett", "fisher", "stouffer"):
                statistic, p = (read(f"out_{how}_dat_npc_{how}{kind}_c{c}") for kind in ("", "_fwep"))
                for v in range(0, len(p), 7):
                    out.write(f"flips-2-{tail}\t{how}\tmap{v}\t{statistic[v]}\n")
                    out.write(f"flips-2-{tail}\t{how}\tp{v}\t{p[v]}\n")
            for k in range(2):
                p = read(f"out_fisher_dat_tstat_mfwep_m{k + 1}_c{c}")
                for v in range(0, len(p), 7):
                    out.write(f"flips-2-{tail}\tjoint{k}\tp{v}\t{p[v]}\n")


def main():
    rows = []
    for tail in ("positive", "negative", "both"):
        rows += case(f"flips-2-{tail}", flips(2, 8), tail, 4)
    rows += case("flips-3-both", flips(3, 7), "both", 2)
    rows += case("permutations-2-both", permutations(2, 6), "both", 10)
    with open(OUT, "w") as out:
        out.write("case\ttest\twhat\tvalue\n")
        for row in rows:
            out.write("\t".join(row[:3]) + f"\t{row[3]:.12g}\n")


if "--palm" in sys.argv:
    palm(sys.argv[-1])
elif "--palm-results" in sys.argv:
    palm_results(sys.argv[-1])
else:
    main()
