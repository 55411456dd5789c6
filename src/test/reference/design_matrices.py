"""Writes the design matrices that the tests of cohort.design compare against.

    pip install formulaic==1.2.2 patsy==1.0.3
    python design_matrices.py ../resources/reference

Leaves design_covariates.tsv (the subjects), design_matrices.tsv (one row per regressor: formula, name, one value per subject) and
design_cells.tsv (one row per cell: formula, cell, the weight of each regressor).
The matrices are formulaic's, in its order of columns; patsy must have the same columns, in whatever order, except where
it lacks the function. Those with conditions are patsy's.
"""
import itertools
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
    "sex / age",
    "(sex + group) / age",
    "group / sex / age",
    "group / (sex + age)",
    "sex + group %in% sex",
    "sex + age %in% sex",
    "(sex + age + weight)^2",
    "(sex + group + age)**2 - sex:group",
    "(sex + group + age)^3",
    "I(age**2)",
    "age + I(age^2)",
    "I(age*weight/100)",
    "I(-age+2*weight-1.5)",
    "I((age+weight)/(age-5))",
    "I(2**(age/20)) + sex",
    "I(-age**2)",
    "I(age**-1)",
    "I(age-(weight-3))",
    "log(age)",
    "log10(age) + log2(weight) + sqrt(age) + exp(age/20) + abs(age-40)",
    "sex * center(log(age))",
    "poly(log(age), 2)",
    "scale(age)",
    "sex * scale(weight)",
    "(age > 40)",
    "0 + (age <= 40)",
    "sex * (age >= 40)",
    "(sex == 'Male') + age",
    "(sex != 'Male') * age",
    "(site == 2) + (weight < age)",
    "I((age>40)*age)",
    "C(group, Sum)",
    "0 + C(group, Sum)",
    "C(group, Sum) * age",
    "C(group, Helmert)",
    "sex * C(group, Helmert)",
    "C(group, Diff)",
    "C(group, Poly)",
    "C(site, Poly) + age",
    "C(group, Treatment('sibling'))",
    "bs(age, df=3)",
    "bs(age, df=4)",
    "bs(age, df=6)",
    "bs(age, df=5, degree=2)",
    "bs(age, df=3, degree=1) + sex",
    "bs(age, knots=(30, 50))",
    "group * bs(weight, df=4)",
    "bs(log(age), df=5)",
]
# What patsy codes without an intercept by its own columns, R and formulaic by all levels.
FORMULAIC_ALONE = "0 + C(group, Sum)"
# Conditions are for formulaic not levels, as they are for R and patsy.
CONDITIONS = ("(age >", "0 + (age", "sex * (age", "(sex =", "(sex !", "(site")
# What the model predicts in cells: numbers that are not given at their means, averaged over levels that are not given.
CELLS = [
    ("group + age", {"group": "patient"}),
    ("group + age", {"group": "control", "age": 40}),
    ("group * age", {}),
    ("group * age", {"group": "sibling"}),
    ("sex * group + age", {"group": "patient"}),
    ("sex * group * age", {"sex": "Male", "age": 31.5}),
    ("group + C(site)", {"site": 2}),
    ("group + C(site) + weight", {}),
    ("C(group, Sum) * sex", {"group": "patient"}),
    ("C(group, Helmert) + age", {"group": "sibling"}),
    ("sex * center(age)", {"sex": "Female"}),
    ("zscore(age) + sex", {"age": 50}),
    ("scale(age) + group", {"age": 50, "group": "patient"}),
    ("poly(age, 3) + sex", {"age": 33.3}),
    ("group + bs(age, df=4)", {"group": "patient"}),
    ("group * bs(age, df=5)", {"group": "patient", "age": 25}),
    ("sex + bs(weight, df=5, degree=2)", {"weight": 66}),
    ("log(age) + I(weight**2) + sex", {}),
    ("log(age) + I(weight**2) + sex", {"age": 20, "weight": 80.5}),
    ("sex / age", {"age": 30}),
    ("0 + sex:group", {"group": "control"}),
]
FUNCTIONS = {"log": np.log, "log10": np.log10, "log2": np.log2, "sqrt": np.sqrt, "exp": np.exp, "abs": np.abs}
RELATIONS = {"<=": "le", ">=": "ge", "==": "eq", "!=": "ne", "<": "lt", ">": "gt"}
TRENDS = {".L": "Linear", ".Q": "Quadratic"}


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
    name = re.sub(r"\[T\.(?=True|False)", "[", name)
    name = re.sub(r"(==|!=|<=|>=|<|>)", lambda m: "." + RELATIONS[m[1]] + ".", name)
    name = name.replace("**", "^").replace(" ", "").replace("'", "")
    name = re.sub(r"\b(center|zscore|scale|log|log10|log2|sqrt)\((\w+)\)", r"\1.\2", name)
    name = re.sub(r"\b(center|zscore|scale)\(([\w.]+)\)", r"\1.\2", name)
    name = re.sub(r"\b(poly|bs)\(([^,]*)[^\[]*\)\[(\d)\]", r"\1.\2.\3", name)
    name = re.sub(r"\[(\.[LQ])\]", lambda m: "." + TRENDS[m[1]], name)
    name = re.sub(r"\[(True|False)\]", lambda m: "." + m[1].upper(), name)
    return re.sub(r"\[(T\.)?([\w.]+)\]", r".\2", name).replace("Intercept", "intercept")


def formulaics(formula):
    """The formula as formulaic reads it."""
    formula = re.sub(r"ref='(\w+)'|Treatment\('(\w+)'\)", r"contr.treatment(base='\1\2')", formula)
    formula = re.sub(r"\b(Sum|Helmert|Poly|Diff)\b", lambda m: "contr." + m[1].lower(), formula)
    return formula.replace("^", "**")


def patsys(formula):
    """The formula as patsy reads it."""
    formula = re.sub(r"ref='(\w+)'", r"Treatment('\1')", formula)
    formula = re.sub(r"scale\((\w+)\)", r"scale(\1, ddof=1)", formula)
    formula = re.sub(r"(\w+) %in% (\w+)", r"\2:\1", formula)
    return formula.replace("^", "**")


def columns(names, values):
    return {ours(name): np.asarray(values, float)[:, c] for c, name in enumerate(names)}


def same(a, b):
    """Whether two designs have the same columns, in whatever order."""
    return len(a) == len(b) and all(any(np.allclose(u, v) for v in b) for u in a)


def cell(spec, table, given, context):
    """The regressors' weights by formulaic, from a table of every combination of levels."""
    texts = {"sex", "group", "site"}
    used = [c for c in table.columns if re.search(rf"\b{c}\b", str(spec.formula))]
    values = [
        [given[c]] if c in given else sorted(table[c].unique()) if c in texts else [table[c].mean()] for c in used
    ]
    grid = pd.DataFrame(itertools.product(*values), columns=used)
    return np.asarray(spec.get_model_matrix(grid, context=context), float).mean(axis=0)


def main(folder):
    table = covariates()
    context = {"center": center, "zscore": zscore, **FUNCTIONS}
    rows = []
    for formula, given in CELLS:
        written = ", ".join(f"{k}={v!r}" for k, v in given.items())
        # Functions with a state, whose means and deviations are those of the subjects.
        stateful = re.sub(r"\bzscore\((\w+)\)", r"scale(\1, ddof=0)", formulaics(formula))
        spec = formulaic.model_matrix(stateful, table, context=FUNCTIONS).model_spec
        weights = cell(spec, table, given, FUNCTIONS)
        rows.append([formula, f"cell({written})", " ".join(repr(float(w)) for w in weights)])
    pd.DataFrame(rows, columns=["formula", "cell", "weights"]).to_csv(folder / "design_cells.tsv", sep="\t", index=False)
    rows = []
    for formula in FORMULAS:
        other = "poly(" in formula or formula == FORMULAIC_ALONE or patsy.dmatrix(
            patsys(formula), table, patsy.EvalEnvironment([context])
        )
        if formula.startswith(CONDITIONS):
            design = columns(other.design_info.column_names, other)
        else:
            matrix = formulaic.model_matrix(formulaics(formula), table, context=context)
            design = columns(matrix.columns, matrix)
            assert other is True or same(np.asarray(other).T, list(design.values())), (formula, list(design))
        rows += [[formula, name, *map(repr, map(float, values))] for name, values in design.items()]
    table.to_csv(folder / "design_covariates.tsv", sep="\t", index=False)
    header = ["formula", "regressor", *table.participant_id]
    pd.DataFrame(rows, columns=header).to_csv(folder / "design_matrices.tsv", sep="\t", index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
