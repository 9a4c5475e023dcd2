"""Expected values for test/evals/scores, computed independently of Malestok.

Made once with Python 3.11, NumPy 1.24.2, SciPy 1.10.1 and scikit-learn 1.2.1 (Debian 12: python3-scipy,
python3-sklearn); the tests read only the JSON:

    /usr/bin/python3 test/golden/measures.py

- measures-separation.json: areas under the ROC curve, sklearn.metrics.roc_auc_score
- measures-confidence.json: sklearn.metrics.average_precision_score (times the share of the required
  defects that were found: scikit-learn knows of no others), sklearn.metrics.brier_score_loss, and the
  expected calibration error: where all confidences differ and fill ten bins evenly, from
  sklearn.calibration.calibration_curve(strategy='quantile'); else from mid-ranks (scipy.stats.rankdata)
- measures-change.json: the difference of two F1 over the same families, with the intervals of the scoring
  page written out with NumPy: clustered Wilson of the Jaccard ratio (scipy.stats.t.ppf), square-and-add
"""
import json
import pathlib
import numpy as np
from scipy.stats import rankdata, t as student
from sklearn.calibration import calibration_curve
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20250311)


def write(name, value):
    (here / f"measures-{name}.json").write_text(json.dumps(value, indent=1) + "\n")


def separation(cases, complete_share, means):
    complete = rng.random(cases) < complete_share
    findings = rng.poisson(np.where(complete, *means))
    return {"complete": complete.tolist(), "findings": findings.tolist(),
            "area": float(roc_auc_score(~complete, findings))}


write("separation", [separation(*each) for each in (
    (12, 0.5, (1, 3)), (60, 0.3, (2, 2.5)), (200, 0.1, (4, 7)), (40, 0.5, (3, 1)))])


def ece(confidences, hits):
    if len(set(confidences)) == len(confidences) and len(confidences) % 10 == 0:
        rate, mean = calibration_curve(hits, confidences, n_bins=10, strategy="quantile")
        assert len(rate) == 10
        return float(np.abs(rate - mean).mean())
    bins = min(10, len(set(confidences)))
    middle = (rankdata(confidences) - 0.5) / len(confidences)
    bin_of = np.floor(bins * middle + 1e-9)
    return float(sum(
        abs(hits[bin_of == b].mean() - confidences[bin_of == b].mean()) * (bin_of == b).mean()
        for b in set(bin_of)))


def confidence(findings, values, missed):
    if values is None:
        confidences = rng.choice(1001, findings, replace=False) / 1000
    else:
        confidences = rng.choice(values, findings)
    hits = rng.random(findings) < 0.15 + 0.6 * confidences
    found = int(hits.sum())
    return {
        "confidences": confidences.tolist(), "hits": hits.tolist(), "required": found + missed,
        "averagePrecision": float(average_precision_score(hits, confidences)) * found / (found + missed),
        "brierScore": float(brier_score_loss(hits, confidences)),
        "calibrationError": ece(confidences, hits),
    }


write("confidence", [confidence(*each) for each in (
    (100, None, 0), (200, None, 31), (57, None, 4), (90, [0.2, 0.5, 0.9], 10),
    (73, [0.05, 0.1, 0.3, 0.333, 0.4, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 1.0], 5),
    (40, [0.9, 0.9, 0.9, 0.9, 0.9, 0.1], 0), (8, [0.5], 2))])


def interval_f1(x, m):
    """F1 and its interval from true positives x of m = TP + FP + FN, by family."""
    used = m > 0
    x, m = x[used], m[used]
    k, n, p = len(m), m.sum(), x.sum() / m.sum()
    m_w = max(1, (m ** 2).sum() / n)
    g = min((x > 0).sum(), (x < m).sum())
    d0 = 1 if p in (0, 1) else max(1, k / (k - 1) * ((x - p * m) ** 2).sum() / (n * p * (1 - p)))
    n = n / max(d0, min(m_w, d0 + (m_w - 1) / (g + 2)))
    t = student.ppf(0.975, k - 1)
    half = t * np.sqrt(p * (1 - p) / n + t ** 2 / (4 * n ** 2))
    ends = [(p + t ** 2 / (2 * n) + sign * half) / (1 + t ** 2 / n) for sign in (-1, 1)]
    return [2 * j / (1 + j) for j in (p, max(0, ends[0]), min(1, ends[1]))]


def change(families, variants):
    """Originals of 1 to 4 defects and their variants, found a little less often and with more noise."""
    required = rng.integers(1, 5, families)
    originals = np.stack([rng.binomial(required, 0.8), required + rng.poisson(0.5, families)], 1)
    copies = [np.stack([rng.binomial(originals[:, 0], 0.8), required + rng.poisson(0.9, families)], 1)
              for _ in range(variants)]
    a, b = sum(copies), originals * variants
    (fa, la, ua), (fb, lb, ub) = [interval_f1(each[:, 0], each[:, 1]) for each in (a, b)]
    ea, eb = [2 * each[:, 0] - f * each.sum(1) for each, f in ((a, fa), (b, fb))]
    r = (ea * eb).sum() / np.sqrt((ea ** 2).sum() * (eb ** 2).sum())
    down = np.sqrt((fa - la) ** 2 + (ub - fb) ** 2 - 2 * r * (fa - la) * (ub - fb))
    up = np.sqrt((ua - fa) ** 2 + (fb - lb) ** 2 - 2 * r * (ua - fa) * (fb - lb))
    return {"required": required.tolist(), "originals": originals.tolist(),
            "variants": [each.tolist() for each in copies],
            "value": float(fa - fb), "low": float(fa - fb - down), "high": float(fa - fb + up)}


write("change", [change(6, 1), change(12, 2), change(25, 1)])
