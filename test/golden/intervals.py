"""Expected values for the intervals in evals/statistics, computed independently of Malestok.

Made once with Python 3.11, NumPy 1.24, SciPy 1.10, scikit-learn 1.2 and statsmodels 0.13 (Debian 12:
python3-scipy, python3-sklearn, python3-statsmodels), after scores.py; the tests read only the JSON:

    python3 -P test/golden/intervals.py

- intervals-ratio.json: the design effect of items in families: the cluster-robust variance of the mean of
  single items (statsmodels OLS, cov_type='cluster') over the binomial one, then the guard of the scoring page;
  Wilson's interval as the roots of (p - x)^2 = t^2 x(1 - x)/n (scipy.optimize.brentq), t from scipy.stats.t;
  the interval of F1 from that of J = TP/(TP + FP + FN)
- intervals-bootstrap.json: scipy.stats.bootstrap (percentile) over the families of scores-defects.json and
  scores-ranking.json. Two bootstraps agree up to chance: the limits of 10,000 replicates lie between the .016
  and .034 (.966 and .984) quantiles of so many more, which is 5 standard errors of a share there
"""
import json
import pathlib
import sys
import warnings
import numpy as np
import scipy
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy import optimize, stats
from sklearn import metrics

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20241202)
versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__, "statsmodels": statsmodels.__version__}


def write(name, source, **values):
    text = json.dumps({"source": source, "versions": versions, **values}, ensure_ascii=False, indent=1)
    (here / f"intervals-{name}.json").write_text(text + "\n")


def read(name):
    return json.loads((here / name).read_text())


def observed_effect(families):
    """Of the mean of single items, that families share: its robust variance over the binomial one."""
    items = np.array([i < x for x, m in families for i in range(m)], dtype=float)
    family = np.array([f for f, (x, m) in enumerate(families) for _ in range(m)])
    if items.min() == items.max():
        return 1.0
    fit = sm.OLS(items, np.ones_like(items)).fit(
        cov_type="cluster", cov_kwds={"groups": family, "use_correction": True})
    return float(max(1, fit.bse[0] ** 2 / (items.mean() * (1 - items.mean()) / len(items))))


def guarded_effect(families, observed):
    sizes = np.array([m for _, m in families if m > 0])
    mean_size = max(1, (sizes ** 2).sum() / sizes.sum())
    rarer = min(sum(x > 0 for x, _ in families), sum(x < m for x, m in families))
    return float(max(observed, min(mean_size, observed + (mean_size - 1) / (rarer + 2))))


def wilson(p, n, t):
    """The x of which p is t standard errors away, on both sides."""
    gap = lambda x: (p - x) ** 2 * n - t ** 2 * x * (1 - x)
    root = lambda a, b: optimize.brentq(gap, a, b, xtol=1e-15, rtol=1e-14)
    low = 0.0 if p == 0 else root(0, min(p, 1 - 1e-9))
    high = 1.0 if p == 1 else root(max(p, 1e-9), 1)
    return low, high


def draw_families(count, size, rate, spread):
    families = []
    for _ in range(count):
        m = int(rng.poisson(size))
        chance = rng.beta(rate / spread, (1 - rate) / spread) if spread else rate
        families.append((int(rng.binomial(m, chance)), m))
    return families


ratios = []
for shape in ((8, 3, 0.7, 0), (20, 1, 0.8, 0.2), (20, 5, 0.6, 0.4), (60, 4, 0.9, 1), (60, 8, 0.95, 0.1),
              (200, 2, 0.5, 0.5), (12, 6, 0.02, 0), (9, 3, 1, 0)):
    families = draw_families(*shape)
    used = [(x, m) for x, m in families if m > 0]
    total = sum(m for _, m in used)
    p = sum(x for x, _ in used) / total
    observed = observed_effect(used)
    effect = guarded_effect(used, observed)
    low, high = wilson(p, total / effect, stats.t.ppf(0.975, len(used) - 1))
    ratios.append({"families": families, "value": p, "observed": observed, "designEffect": effect,
                   "low": low, "high": high,
                   "f1": {"value": 2 * p / (1 + p), "low": 2 * low / (1 + low), "high": 2 * high / (1 + high)}})
write("ratio", "statsmodels (OLS, cluster-robust covariance), scipy.optimize.brentq, scipy.stats.t; the guard by "
      "hand, see test/golden/intervals.py", ratios=ratios)


def bracket(distribution):
    defined = distribution[~np.isnan(distribution)]
    quantile = lambda q: float(np.quantile(defined, q))
    return {"undefined": float(1 - len(defined) / len(distribution)),
            "low": [quantile(0.016), quantile(0.034)], "high": [quantile(0.966), quantile(0.984)]}


def resample(families, statistic, resamples, vectorized=True):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scipy warns where a resample is 0/0; those are left out
        result = stats.bootstrap((np.arange(families),), statistic, method="percentile", vectorized=vectorized,
                                 n_resamples=resamples, batch=1000 if vectorized else None, random_state=rng)
    return bracket(result.bootstrap_distribution)


def family_counts(case, codes):
    sought = [d["code"] for d in case["defects"] if d["code"] in codes]
    named = [c for c in case["findings"] if c in codes] if case["status"] == "answered" else []
    hits = len(set(sought) & set(named))
    return hits, len(named) - hits, len(sought) - hits


def f_beta(beta, counts):
    """counts: resamples by families by (TP, FP, FN)."""
    tp, fp, fn = np.moveaxis(counts.sum(axis=-2), -1, 0)
    with np.errstate(invalid="ignore"):
        return (1 + beta ** 2) * tp / ((1 + beta ** 2) * tp + beta ** 2 * fn + fp)


figures = []
for drawn in read("scores-defects.json")["sets"]:
    cases = drawn["cases"]
    codes = sorted({d["code"] for c in cases for d in c["defects"]} | {f for c in cases for f in c["findings"]})
    groups = sorted({d["code"][0] for c in cases for d in c["defects"]})
    everything = np.array([family_counts(case, codes) for case in cases])
    by_group = [np.array([family_counts(case, [c for c in codes if c[0] == g]) for case in cases]) for g in groups]
    read_by_case = everything[:, 0] + everything[:, 1]
    figures.append({
        "f2": resample(len(cases), lambda i, axis: f_beta(2, everything[i]), 100_000),
        "macroF1": resample(len(cases), lambda i, axis: np.mean(
            [f_beta(1, counts[i]) for counts in by_group], axis=0), 100_000),
        "findingsPerCase": resample(len(cases), lambda i, axis: read_by_case[i].mean(axis=axis), 100_000),
    })

rankings = []
for drawn in read("scores-ranking.json")["sets"][:4]:
    cases = drawn["cases"]

    def average_precision(index):
        found = [f for i in index for f in cases[i]["findings"]]
        hits = [f["hit"] for f in found]
        score = [-1 if f["confidence"] is None else f["confidence"] for f in found]
        sought = sum(cases[i]["sought"] for i in index)
        return metrics.average_precision_score(hits, score) * sum(hits) / sought if sum(hits) else 0.0

    rankings.append(resample(len(cases), average_precision, 20_000, vectorized=False))
write("bootstrap", "scipy.stats.bootstrap (percentile), 100,000 and 20,000 resamples; figures with NumPy and "
      "scikit-learn, see test/golden/intervals.py", defects=figures, averagePrecision=rankings)
