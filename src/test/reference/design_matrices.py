"""Writes the design matrices that the tests of cohort.design compare against.

    pip install formulaic==1.2.2 patsy==1.0.3
    python design_matrices.py ../resources/reference

Leaves design_covariates.tsv (the subjects) and design_matrices.tsv (a row a regressor: formula, name, a value a subject).
The matrices are formulaic's, in its order of columns; patsy must have the same columns, in whatever order, except where
it lacks the function.
"""
import re
import sys
from pathlib import Path

import formulaic
import numpy as np
import pandas as pd
import patsy

FORMULAS = [
    "1",
    "age",
    "1 + age",
    "0 + age",
    "age - 1",
    "-1 + group",
    "0 + group",
    "group",
    "group + age",
    "age + group",
    "group * age",
    "group:age",
    "0 + group:age",
    "age + group:age",
    "0 + group + group:age",
    "sex * group",
    "sex:group",
    "0 + sex:group",
    "0 + sex * group",
    "sex + sex:group",
    "group + sex:group",
    "0 + sex + group",
    "0 + group + sex + age",
    "sex * group * age",
    "sex:group:age",
    "0 + sex:group:age",
    "sex * group * age - sex:group",
    "age + sex:group:age",
    "(sex + group):age",
    "(sex + age) * group - group",
    "age:weight + age",
    "age * weight",
    "sex:age + group:weight",
    "C(site)",
    "0 + C(site) + sex",
    "C(site) * sex",
    "C(group, ref='patient')",
    "C(group, ref='patient') * age",
    "0 + C(group, ref='patient')",
    "center(age)",
    "zscore(age) * sex",
    "sex * center(age) + center(weight)",
    "poly(age, 2)",
    "poly(age, 3) + sex",
    "sex * poly(age, 2)",
    "poly(center(age), 2)",
]


def covariates():
    rng = np.random.RandomState(0)
    n = 24
    return pd.DataFrame(
        {
            "participant_id": [f"P{s + 1:02d}" for s in range(n)],
            "sex": np.tile(["Male", "Female"], n // 2),
            "group": np.repeat(["patient", "control", "sibling"], n // 3),
            "site": np.tile([10, 2, 2, 1, 1, 10], n // 6),
            "age": np.round(rng.uniform(18, 70, n), 1),
            "weight": np.round(rng.normal(70, 12, n), 2),
        }
    )


def center(x):
    return x - np.mean(x)


def zscore(x):
    return (x - np.mean(x)) / np.std(x)


def ours(name):
    """Regressors as this project names them."""
    name = re.sub(r"C\((\w+)[^()]*(\([^()]*\))?\)", r"\1", name)
    name = re.sub(r"poly\((.*), \d\)\[(\d)\]", r"poly.\1.\2", name)
    name = re.sub(r"\b(center|zscore)\((\w+)\)", r"\1.\2", name)
    return re.sub(r"\[(T\.)?(\w+)\]", r".\2", name).replace("Intercept", "intercept")


def columns(names, values):
    return {ours(name): np.asarray(values, float)[:, c] for c, name in enumerate(names)}


def same(a, b):
    """Whether two designs have the same columns, factors of an interaction in any order."""
    key = lambda name: ":".join(sorted(name.split(":")))
    a, b = ({key(k): v for k, v in d.items()} for d in (a, b))
    return a.keys() == b.keys() and all(np.allclose(a[k], b[k]) for k in a)


def main(folder):
    table = covariates()
    context = {"center": center, "zscore": zscore}
    rows = []
    for formula in FORMULAS:
        treatment = re.sub(r"ref='(\w+)'", r"contr.treatment(base='\1')", formula)
        matrix = formulaic.model_matrix(treatment, table, context=context)
        design = columns(matrix.columns, matrix)
        if "poly" not in formula:
            treatment = re.sub(r"ref='(\w+)'", r"Treatment('\1')", formula)
            other = patsy.dmatrix(treatment, table)
            assert same(columns(other.design_info.column_names, other), design), (formula, list(design))
        rows += [[formula, name, *map(repr, map(float, values))] for name, values in design.items()]
    table.to_csv(folder / "design_covariates.tsv", sep="\t", index=False)
    header = ["formula", "regressor", *table.participant_id]
    pd.DataFrame(rows, columns=header).to_csv(folder / "design_matrices.tsv", sep="\t", index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
