"""Expected values for test/evals/statistics/*alpha*, cohen-kappa, computed independently of Malestok.

Made once with Python 3.11, scikit-learn 1.2.1, NLTK 3.9.1 and krippendorff 0.8.1; the tests read only the JSON:

    pip install scikit-learn==1.2.1 nltk==3.9.1 krippendorff==0.8.1
    python3 test/golden/agreement.py

- kappa: sklearn.metrics.cohen_kappa_score; NaN (0/0) is null
- alpha: krippendorff.alpha on categories at nominal and interval level, random data with missing values
- sets: nltk.metrics.agreement.AnnotationTask.alpha on sets of codes, Jaccard distance as NLTK has it,
  but 0 between two empty sets
"""
import json
import math
import pathlib
import krippendorff
import numpy as np
from nltk.metrics import jaccard_distance
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20240608)


def orNull(value):
    return None if math.isnan(value) else float(value)


def kappa(classes, cases, agree):
    a = rng.integers(0, classes, cases)
    b = np.where(rng.random(cases) < agree, a, rng.integers(0, classes, cases))
    table = [[int(((a == i) & (b == j)).sum()) for j in range(classes)] for i in range(classes)]
    return {"table": table, "kappa": orNull(cohen_kappa_score(a, b, labels=list(range(classes))))}


def alpha(observers, units, classes, agree, missing):
    truth = rng.integers(1, classes + 1, units)
    noise = rng.integers(1, classes + 1, (observers, units))
    data = np.where(rng.random((observers, units)) < agree, truth, noise).astype(float)
    data[rng.random((observers, units)) < missing] = np.nan
    return {
        "units": [[None if math.isnan(x) else int(x) for x in unit] for unit in data.T],
        "nominal": float(krippendorff.alpha(data, level_of_measurement="nominal")),
        "interval": float(krippendorff.alpha(data, level_of_measurement="interval")),
    }


def setDistance(a, b):
    return jaccard_distance(a, b) if a or b else 0.0


def sets(observers, units, codes, agree, missing):
    rows, table = [], []
    for unit in range(units):
        truth = {c for c in codes if rng.random() < 0.25}
        row = []
        for observer in range(observers):
            if rng.random() < missing:
                row.append(None)
                continue
            value = {c for c in codes if (c in truth if rng.random() < agree else rng.random() < 0.25)}
            row.append(sorted(value))
            table.append((str(observer), str(unit), frozenset(value)))
        rows.append(row)
    return {"units": rows, "alpha": float(AnnotationTask(table, distance=setDistance).alpha())}


(here / "agreement.json").write_text(json.dumps({
    "kappa": [kappa(2, 10, 1), kappa(2, 60, 0.8), kappa(2, 400, 0.3), kappa(3, 90, 0.6), kappa(5, 200, 0.0)]
    + [{"table": [[7, 0], [0, 0]], "kappa": orNull(cohen_kappa_score([0] * 7, [0] * 7, labels=[0, 1]))}],
    "alpha": [alpha(2, 10, 2, 0.8, 0.0), alpha(4, 30, 4, 0.7, 0.2), alpha(3, 60, 5, 0.0, 0.5),
              alpha(6, 100, 3, 0.9, 0.6)],
    "sets": [sets(3, 12, "abc", 0.8, 0.0), sets(4, 40, "abcdef", 0.9, 0.3), sets(2, 25, "abcdefgh", 0.5, 0.1),
             sets(5, 60, "ab", 0.0, 0.4)],
}) + "\n")
