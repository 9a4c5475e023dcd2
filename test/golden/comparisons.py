"""Expected values for comparisons of models in evals/statistics, computed independently of Malestok.

Made once with Python 3.11, NumPy 1.24, SciPy 1.10 and statsmodels 0.13 (Debian 12: python3-scipy,
python3-statsmodels); the tests read only the JSON:

    python3 -P test/golden/comparisons.py

- comparisons-swap.json: exact p of the swap test where ties, empty families and 0/0 abound, and p of a test
  with too many families to enumerate: scipy.stats.permutation_test(permutation_type='samples'), the
  studentised statistic with NumPy; exact McNemar: scipy.stats.binomtest
- comparisons-mover.json: the interval of a difference of proportions, unpaired: statsmodels
  confint_proportions_2indep(method='newcomb'); paired: Wilson's limits from scipy.stats.binomtest, squared and
  added with NumPy's correlation; published ones
- comparisons-holm.json: statsmodels multipletests(method='holm'); published ones
- comparisons-ranks.json: rank intervals of multinomial counts by Holm's procedure over all ordered pairs
  (Bazylik, Mogstad, Romano, Shaikh & Wilhelm), binomial p from scipy.stats.binom; a published one
- comparisons-board.json: a whole board: p as above, Holm as above, ranks from their definition
- comparisons-detectable.json: smallest detectable difference, (t(.975) + t(.80))·SE as in Dong & Maynard
  (2013), PowerUp!, J. Res. Educ. Effectiveness 6, 24-67; SE from numpy.var
"""
import json
import pathlib
import sys
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20241203)
versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__,
            "statsmodels": statsmodels.__version__}


def write(name, source, **values):
    text = json.dumps({"source": source, "versions": versions, **values}, ensure_ascii=False, indent=1)
    (here / f"comparisons-{name}.json").write_text(text + "\n")


def errors(counts):
    """The ratio, and each family's share of its linearised error."""
    total = counts[:, 1].sum()
    ratio = counts[:, 0].sum() / total
    return ratio, (counts[:, 0] - ratio * counts[:, 1]) / total


FARTHEST = 1e9  # no statistic comes near; scipy cannot compare infinities


def studentised(a, b):
    """To 10 digits, so that ties are ties; no arrangement is more extreme than one with 0/0 or no spread."""
    if a[:, 1].sum() == 0 or b[:, 1].sum() == 0:
        return FARTHEST
    (fa, ea), (fb, eb) = errors(a), errors(b)
    if abs(fa - fb) < 1e-12:
        return 0.0
    spread = np.sqrt(((ea - eb) ** 2).sum())
    return FARTHEST if spread < 1e-12 else float(f"{abs(fa - fb) / spread:.10g}")


def swap_p(a, b, resamples=np.inf):
    vectors, index = np.concatenate([a, b]), np.arange(len(a))
    test = stats.permutation_test(
        (index, index + len(a)), lambda x, y: studentised(vectors[x], vectors[y]), permutation_type="samples",
        vectorized=False, n_resamples=resamples, alternative="greater", random_state=rng)
    return float(test.pvalue)


def draw(families, most, empty):
    m = rng.integers(1, most + 1, families) * (rng.random(families) >= empty)
    return np.stack([rng.binomial(m, 0.6), m], axis=1)


def draw_f1(families, recall, false_alarms):
    gold = np.random.default_rng(families).integers(0, 4, families)
    tp, fp = rng.binomial(gold, recall), rng.poisson(false_alarms, families)
    return np.stack([2 * tp, gold + tp + fp], axis=1)


exact = []
for told, a, b in (
    ("single items, many ties", draw(11, 1, 0), draw(11, 1, 0)),
    ("few items, some families empty in either model", draw(10, 2, 0.3), draw(10, 3, 0.3)),
    ("most families empty: swaps that leave a model with nothing", draw(9, 2, 0.7), draw(9, 2, 0.7)),
    ("equal ratios, unlike families", np.array([[1, 2], [2, 3], [0, 1], [3, 4]] * 2),
     np.array([[2, 3], [1, 2], [3, 4], [0, 1]] * 2)),
    ("all right against all wrong", np.array([[2, 2]] * 7), np.array([[0, 2]] * 7)),
    ("F1 counts, alike models", draw_f1(12, 0.7, 0.8), draw_f1(12, 0.7, 0.8)),
    ("F1 counts, unlike models", draw_f1(13, 0.85, 0.2), draw_f1(13, 0.5, 1.5)),
    ("means over three repeats", draw_f1(10, 0.7, 0.8) / 3, draw_f1(10, 0.6, 1.2) / 3),
):
    exact.append({"told": told, "a": a.tolist(), "b": b.tolist(), "p": swap_p(a, b)})
drawn = []
for families, (recall, other) in ((24, (0.75, 0.6)), (40, (0.7, 0.7)), (60, (0.75, 0.62))):
    a, b = draw_f1(families, recall, 0.6), draw_f1(families, other, 0.9)
    drawn.append({"a": a.tolist(), "b": b.tolist(), "p": swap_p(a, b, 40_000), "resamples": 40_000})
mcnemar = [{"forA": x, "forB": n - x, "alike": 9, "p": float(stats.binomtest(x, n).pvalue)}
           for x, n in ((9, 10), (5, 10), (1, 9), (12, 16), (0, 6))]
write("swap", "scipy.stats.permutation_test, scipy.stats.binomtest, see test/golden/comparisons.py",
      exact=exact, drawn=drawn, mcnemar=mcnemar)


def wilson(x, n):
    ci = stats.binomtest(int(x), int(n)).proportion_ci(0.95, method="wilson")
    return x / n, ci.low, ci.high


def paired(n11, n10, n01, n00):
    a = np.repeat([1, 1, 0, 0], [n11, n10, n01, n00])
    b = np.repeat([1, 0, 1, 0], [n11, n10, n01, n00])
    (fa, la, ua), (fb, lb, ub) = wilson(a.sum(), len(a)), wilson(b.sum(), len(b))
    r = float(np.corrcoef(a, b)[0, 1])
    down = np.sqrt((fa - la) ** 2 - 2 * r * (fa - la) * (ub - fb) + (ub - fb) ** 2)
    up = np.sqrt((ua - fa) ** 2 - 2 * r * (ua - fa) * (fb - lb) + (fb - lb) ** 2)
    return {"table": [n11, n10, n01, n00], "correlation": r, "low": float(fa - fb - down),
            "high": float(fa - fb + up)}


unpaired = []
for x, m, y, n in ((56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 0, 20), (18, 40, 31, 45), (1, 30, 29, 30)):
    low, high = confint_proportions_2indep(x, m, y, n, compare="diff", method="newcomb")
    unpaired.append({"x": x, "m": m, "y": y, "n": n, "low": float(low), "high": float(high)})
write(
    "mover", "statsmodels confint_proportions_2indep(method='newcomb'); scipy.stats.binomtest and numpy.corrcoef",
    unpaired=unpaired,
    paired=[paired(*table) for table in ((59, 6, 16, 80), (10, 15, 5, 20), (14, 5, 1, 22), (3, 12, 11, 4))],
    published={
        "source": "Newcombe, R. G. (1998), Improved confidence intervals for the difference between binomial "
                  "proportions based on paired data, Stat. Med. 17, 2635-2650, method 10 (correlation corrected for "
                  "continuity); value: Fagerland, Lydersen & Laake, Statistical Analysis of Contingency Tables (2017), "
                  "ch. 8, response before and after consolidation therapy, as their R package contingencytables tests it",
        "table": [59, 6, 16, 80], "low": -0.1186, "high": -0.0046,
    },
)

ps = [[0.01, 0.04, 0.03, 0.005], [0.2], [0.04, 0.04, 0.04], [1, 0.5, 0.0001, 0.5, 0.02, 0.02, 0.9],
      [0, 0.3, 1], np.round(rng.random(12) ** 3, 6).tolist(), (rng.integers(1, 10_000, 28) / 10_000).tolist()]
write(
    "holm", "statsmodels.stats.multitest.multipletests(method='holm')",
    sets=[{"ps": p, "adjusted": multipletests(p, method="holm")[1].tolist()} for p in ps],
    published=[
        {"source": "Wikipedia, Holm-Bonferroni method, example (adjusted by hand)",
         "ps": [0.01, 0.04, 0.03, 0.005], "adjusted": [0.03, 0.06, 0.06, 0.02]},
        {"source": "pingouin.holm, documentation", "ps": [0.5, 0.003, 0.32, 0.054, 0.0003],
         "adjusted": [0.64, 0.012, 0.64, 0.162, 0.0015]},
        {"source": "@stdlib/stats/padjust, documentation (two of five are printed, the last by hand)",
         "ps": [0.319, 0.201, 0.4, 0.374, 0.113], "adjusted": [0.957, 0.804, 0.957, 0.957, 0.565]},
    ],
)


def multinomial_ranks(counts):
    """j beats k: P(Bin(x_j + x_k, 1/2) >= x_j) is small, by Holm's procedure over all ordered pairs."""
    pairs = [(j, k) for j in range(len(counts)) for k in range(len(counts)) if j != k]
    p = [stats.binom.sf(counts[j] - 1, counts[j] + counts[k], 0.5) for j, k in pairs]
    beats = [pair for pair, reject in zip(pairs, multipletests(p, alpha=0.05, method="holm")[0]) if reject]
    return {
        "counts": counts, "beats": beats,
        "low": [1 + sum(k == i for _, k in beats) for i in range(len(counts))],
        "high": [len(counts) - sum(j == i for j, _ in beats) for i in range(len(counts))],
    }


write(
    "ranks", "Bazylik, Mogstad, Romano, Shaikh & Wilhelm (2021), Finite- and large-sample inference for ranks using "
    "multinomial data; scipy.stats.binom, statsmodels multipletests",
    sets=[multinomial_ranks(counts) for counts in
          ([400, 300, 200, 100], [120, 118, 90, 60, 58, 30], [20, 19, 18], [500, 10, 490, 250, 260, 255, 12, 90])],
    published={
        "source": "csranks, the R package of Mogstad, Romano, Shaikh & Wilhelm (2024), tests/testthat/"
                  "test_multinom_lowlevel.R: X1 < X2 = X3 < X4, by their estimates; N- (better) 3, 1, 1, 0 and "
                  "N+ (worse) 0, 1, 1, 3, so the sets of ranks are N- + 1 to 4 - N+",
        "beats": [[1, 0], [2, 0], [3, 0], [3, 1], [3, 2]], "low": [4, 2, 2, 1], "high": [4, 3, 3, 1],
    },
)


def board(models):
    ids = sorted(models)
    pairs = [(a, b) for i, a in enumerate(ids) for b in ids[i + 1:]]
    p = [swap_p(models[a], models[b]) for a, b in pairs]
    holm = multipletests(p, method="holm")[1]
    ratio = {i: float(models[i][:, 0].sum() / models[i][:, 1].sum()) for i in ids}
    better = {(a, b) if ratio[a] > ratio[b] else (b, a) for (a, b), q in zip(pairs, holm) if q <= 0.05}
    return {
        "models": {i: models[i].tolist() for i in ids},
        "pairs": [{"a": a, "b": b, "difference": ratio[a] - ratio[b], "p": x, "pHolm": float(q),
                   "different": bool(q <= 0.05)} for (a, b), x, q in zip(pairs, p, holm)],
        "ranks": {i: [1 + sum(loser == i for _, loser in better), len(ids) - sum(winner == i for winner, _ in better)]
                  for i in ids},
    }


boards = [board({i: draw_f1(14, recall, false) for i, (recall, false) in models.items()}) for models in (
    {"constant": (0.3, 2.5), "alfa": (0.95, 0.1), "beta": (0.9, 0.3), "gamma": (0.6, 1.2)},
    {"a": (0.7, 0.8), "b": (0.7, 0.8), "c": (0.72, 0.7)},
)]
write("board", "scipy.stats.permutation_test, statsmodels multipletests(method='holm'); rank intervals from 1 + the "
      "models significantly better to M - those significantly worse (Mogstad et al. 2024)", boards=boards)

detectable = []
for families in (6, 15, 60, 120):
    a, b = draw_f1(families, 0.75, 0.6), draw_f1(families, 0.6, 0.9)
    used = (a[:, 1] > 0) | (b[:, 1] > 0)
    d = (errors(a)[1] - errors(b)[1])[used]
    k = int(used.sum())
    se = float(np.sqrt(k * np.var(d, ddof=1)))
    multiplier = float(stats.t.ppf(0.975, k - 1) + stats.t.ppf(0.8, k - 1))
    detectable.append({"a": a.tolist(), "b": b.tolist(), "cases": k, "standardError": se,
                       "multiplier": multiplier, "detectable": multiplier * se})
write("detectable", "scipy.stats.t, numpy.var; the multiplier (2.80 for many families, Bloom 1995) as in Dong & "
      "Maynard (2013)", sets=detectable, manyFamilies=float(stats.norm.ppf(0.975) + stats.norm.ppf(0.8)))
