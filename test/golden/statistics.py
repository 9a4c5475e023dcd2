"""Expected values for test/evals/statistics, computed independently of Malestok.

Made once with Python 3.11, NumPy 1.24.2 and SciPy 1.10.1 (Debian 12); the tests read only the JSON:

    python3 test/golden/statistics.py

- statistics-t.json: Student t quantiles, scipy.stats.t.ppf
- statistics-wilson.json: Wilson's interval, scipy.stats.binomtest(...).proportion_ci('wilson')
- statistics-swap.json: exact permutation p values, scipy.stats.permutation_test(permutation_type='samples'),
  the studentised statistic in two passes with NumPy; MOVER interval and smallest detectable difference
- statistics-quantile.json: type-7 quantiles, numpy.quantile
"""
import json
import pathlib
import numpy as np
from scipy import stats

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20240607)


def write(name, value):
    (here / f"statistics-{name}.json").write_text(json.dumps(value, indent=1) + "\n")


write("t", [
    {"p": p, "df": df, "t": float(stats.t.ppf(p, df))}
    for p in (0.8, 0.975) for df in (1, 2, 3, 4, 5, 7, 10, 19, 29, 59, 99, 250, 999, 5000)
])

write("wilson", [
    {"successes": x, "items": n, "z": float(stats.norm.ppf(0.975)),
     "low": float(ci.low), "high": float(ci.high)}
    for x, n in ((0, 5), (5, 5), (1, 7), (19, 20), (81, 263), (15, 148), (400, 1000))
    for ci in [stats.binomtest(x, n).proportion_ci(0.95, method="wilson")]
])


def linearise(a, b):
    (fa, ba), (fb, bb) = [(m[:, 0].sum() / m[:, 1].sum(), m[:, 1].sum()) for m in (a, b)]
    ea, eb = (a[:, 0] - fa * a[:, 1]) / ba, (b[:, 0] - fb * b[:, 1]) / bb
    return fa, fb, ea, eb


def studentised(vectors, x, y):
    fa, fb, ea, eb = linearise(vectors[x], vectors[y])
    if abs(fa - fb) < 1e-12:
        return 0.0
    return abs(fa - fb) / np.sqrt(((ea - eb) ** 2).sum())


def pair(cases, repeats):
    gold = rng.integers(0, 5, cases)
    models = []
    for recall, false_alarms in ((0.8, 0.7), (0.6, 1.2)):
        tp = rng.binomial(gold, recall, (repeats, cases)).mean(0)
        fp = rng.poisson(false_alarms, (repeats, cases)).mean(0)
        models.append(np.stack([2 * tp, gold + tp + fp], axis=1))
    return models


swaps = []
for cases, repeats in ((5, 1), (8, 1), (10, 1), (12, 1), (12, 3), (15, 1)):
    a, b = pair(cases, repeats)
    vectors = np.concatenate([a, b])
    index = np.arange(cases)
    test = stats.permutation_test(
        (index, index + cases), lambda x, y: studentised(vectors, x, y), permutation_type="samples",
        vectorized=False, n_resamples=np.inf, alternative="greater")
    fa, fb, ea, eb = linearise(a, b)
    used = int(((a[:, 1] > 0) | (b[:, 1] > 0)).sum())
    se = float(np.sqrt(used / (used - 1) * ((ea - eb) ** 2).sum()))
    r = float((ea * eb).sum() / np.sqrt((ea ** 2).sum() * (eb ** 2).sum()))
    ia, ib = (fa - 0.11, min(1, fa + 0.07)), (fb - 0.13, fb + 0.09)
    down = np.sqrt((fa - ia[0]) ** 2 - 2 * r * (fa - ia[0]) * (ib[1] - fb) + (ib[1] - fb) ** 2)
    up = np.sqrt((ia[1] - fa) ** 2 - 2 * r * (ia[1] - fa) * (fb - ib[0]) + (fb - ib[0]) ** 2)
    swaps.append({
        "a": a.tolist(), "b": b.tolist(), "p": float(test.pvalue), "difference": float(fa - fb),
        "intervalA": ia, "intervalB": ib, "low": float(fa - fb - down), "high": float(fa - fb + up),
        "cases": used, "standardError": se, "correlation": r,
        "smallestDetectable": float((stats.t.ppf(0.975, used - 1) + stats.t.ppf(0.8, used - 1)) * se),
    })
write("swap", swaps)

values = np.sort(rng.normal(size=23)).tolist()
write("quantile", {"values": values, "quantiles": [
    {"q": q, "value": float(np.quantile(values, q))} for q in (0, 0.025, 0.1, 0.5, 0.77, 0.975, 1)]})
