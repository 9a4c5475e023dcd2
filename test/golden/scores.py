"""Expected values for test/evals/scores and test/evals/matching, computed independently of Malestok.

Made once with Python 3.11, NumPy 1.24, SciPy 1.10 and scikit-learn 1.2 (Debian 12: python3-scipy,
python3-sklearn); the tests read only the JSON. -P, since a script here is called statistics.py:

    python3 -P test/golden/scores.py

- scores-defects.json: precision, recall, F1, F2, macro F1, slices, exact cases, outcomes:
  sklearn.metrics on one line per defect or false finding, or on an indicator matrix of case by code
- scores-ranking.json: average precision and the precision-recall curve, with ties and missing confidence:
  sklearn.metrics.average_precision_score and precision_recall_curve. scikit-learn knows only the findings;
  our recall also counts the defects that no finding names, so its recall, and with it AP, is multiplied by
  hits / defects sought (every step of recall shrinks by that factor, precision stays)
- scores-hierarchy.json: hierarchical precision, recall and F1: sklearn.metrics on indicator matrices of the
  sets extended with all ancestors but the root, as Kiritchenko et al. define them; their own example; the
  same without ancestors, and cut to law and §
- scores-places.json: precision, recall and F1 of the places named as evidence: the same
- scores-assignment.json: greatest total weight of an assignment: scipy.optimize.linear_sum_assignment
"""
import collections
import json
import pathlib
import sys
import numpy as np
import scipy
import sklearn
from scipy.optimize import linear_sum_assignment
from sklearn import metrics
from sklearn.preprocessing import MultiLabelBinarizer

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20241201)
versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__}


def write(name, source, **values):
    text = json.dumps({"source": source, "versions": versions, **values}, ensure_ascii=False, indent=1)
    (here / f"scores-{name}.json").write_text(text + "\n")


def optional(score, y_true, y_pred, **options):
    """A score, or None where scikit-learn calls it undefined: where it is what one asks 0/0 to be."""
    low, high = [score(y_true, y_pred, zero_division=z, **options) for z in (0, 1)]
    return float(low) if low == high else None


def rates(lines):
    """lines: (1, 1) a defect found, (1, 0) one missed, (0, 1) a false finding."""
    y_true, y_pred = [list(side) for side in zip(*lines)] if lines else ([], [])
    if not lines:
        return {"precision": None, "recall": None, "f1": None}
    return {
        "precision": optional(metrics.precision_score, y_true, y_pred),
        "recall": optional(metrics.recall_score, y_true, y_pred),
        "f1": optional(metrics.f1_score, y_true, y_pred),
    }


def draw_case(codes):
    status = rng.choice(["answered"] * 8 + ["abstained", "failed"])
    share = rng.choice([0, 0.3, 0.5])
    defects = [c for c in codes if rng.random() < share]
    found = [c for c in defects if rng.random() < 0.65] + [c for c in codes if rng.random() < 0.15]
    found += [c for c in found if rng.random() < 0.1]
    return {
        "caseType": str(rng.choice(["shed", "carport"])),
        "defects": [{"code": c, "severity": str(rng.choice(["critical", "major", "minor"]))} for c in defects],
        "status": str(status),
        "outcome": str(rng.choice(["complete", "deficient"])) if rng.random() < 0.9 else None,
        "findings": found,
    }


def lines_of(case, group=None):
    """One line per defect, and per finding that finds none: a code found again is false."""
    sought = [d["code"] for d in case["defects"]]
    named = collections.Counter(case["findings"] if case["status"] == "answered" else [])
    lines = [(c, (1, min(1, named[c]))) for c in sought]
    lines += [(c, (0, 1)) for c, n in named.items() for _ in range(n - (c in sought))]
    return [line for c, line in lines if group is None or c[0] == group]


def expect_defects(cases):
    lines = [line for case in cases for line in lines_of(case)]
    groups = sorted({d["code"][0] for case in cases for d in case["defects"]})
    answered = [case["status"] == "answered" for case in cases]
    # A column that is never sought and always 'found' where nothing was answered: such a case is not exact.
    sought = [[d["code"] for d in case["defects"]] for case in cases]
    named = [list(set(case["findings"])) if ok else ["unanswered"] for case, ok in zip(cases, answered)]
    binarizer = MultiLabelBinarizer(classes=sorted({c for s in sought + named for c in s} | {"unanswered"}))
    truth, found = binarizer.fit_transform(sought), binarizer.transform(named)
    codes = [i for i, c in enumerate(binarizer.classes_) if c != "unanswered"]
    micro = {"labels": codes, "average": "micro", "zero_division": 0}
    no_duplicates = [len(set(c["findings"])) == len(c["findings"]) for c in cases]
    exact = (truth == found).all(axis=1) & np.array(no_duplicates)
    severity = {}
    for level in ("critical", "major", "minor"):
        hits = [(1, int(ok and d["code"] in case["findings"])) for case, ok in zip(cases, answered)
                for d in case["defects"] if d["severity"] == level]
        severity[level] = rates(hits)["recall"]
    complete = [case for case in cases if not case["defects"]]
    state = ["passed" if c["status"] == "answered" and not c["findings"] else
             "falseAlarm" if c["status"] == "answered" else c["status"] for c in complete]
    shares = {s: float(metrics.accuracy_score(state, [s] * len(state)))
              for s in ("passed", "falseAlarm", "abstained", "failed")}
    assert complete and set(state) <= set(shares)
    gold = ["deficient" if case["defects"] else "complete" for case in cases]
    told = [case["outcome"] if ok and case["outcome"] else "none" for case, ok in zip(cases, answered)]
    caught = [int(any(line == (1, 1) for line in lines_of(case))) for case in cases if case["defects"]]
    return {
        **rates(lines),
        "f2": optional(metrics.fbeta_score, *map(list, zip(*lines)), beta=2),
        "codeSet": {
            "precision": float(metrics.precision_score(truth, found, **micro)),
            "recall": float(metrics.recall_score(truth, found, **micro)),
            "f1": float(metrics.f1_score(truth, found, **micro)),
        },
        "groups": {g: rates([line for case in cases for line in lines_of(case, g)]) for g in groups},
        "macroF1": float(np.mean([rates([line for case in cases for line in lines_of(case, g)])["f1"]
                                  for g in groups])),
        "caseTypes": {t: rates([line for case in cases if case["caseType"] == t for line in lines_of(case)])
                      for t in ("shed", "carport")},
        "severity": severity,
        "selective": rates([line for case, ok in zip(cases, answered) if ok for line in lines_of(case)]),
        "coverage": float(np.mean(answered)),
        "exactCaseRate": float(exact.mean()),
        "caughtRate": float(metrics.recall_score([1] * len(caught), caught)),
        "outcomeAccuracy": float(metrics.accuracy_score(gold, told)),
        "completeCases": shares,
        "findingsPerCase": float(np.mean([len(c["findings"]) if ok else 0 for c, ok in zip(cases, answered)])),
        # A further finding of a code that is sought; of another code it is merely false.
        "duplicatesPerCase": float(np.mean([sum(max(0, c["findings"].count(d["code"]) - 1) for d in c["defects"])
                                            if ok else 0 for c, ok in zip(cases, answered)])),
    }


defects = []
for codes in (["x1", "x2", "y1", "y2", "z1", "z2"], ["x1", "y1", "z1"], ["x1", "x2", "y1"]):
    cases = [draw_case(codes) for _ in range(25)]
    expected = expect_defects(cases)
    if len({c[0] for c in codes}) == len(codes):
        # One code a group, and no code twice: macro F1 is scikit-learn's own over the columns.
        for case in cases:
            case["findings"] = sorted(set(case["findings"]))
        expected = expect_defects(cases)
        binarizer = MultiLabelBinarizer(classes=codes)
        truth = binarizer.fit_transform([[d["code"] for d in case["defects"]] for case in cases])
        found = binarizer.transform([case["findings"] if case["status"] == "answered" else [] for case in cases])
        expected["macroF1"] = float(metrics.f1_score(truth, found, average="macro"))
    defects.append({"cases": cases, "expected": expected})
write("defects", "scikit-learn (precision_score, recall_score, f1_score, fbeta_score, accuracy_score), "
      "see test/golden/scores.py", sets=defects)


def draw_ranking(cases, levels, missing):
    drawn = []
    for _ in range(cases):
        sought = int(rng.integers(0, 5))
        hits = int(rng.binomial(sought, 0.6))
        false = int(rng.integers(0, 4))
        findings = [{"hit": hit, "confidence": None if rng.random() < missing else
                     float(np.round(np.clip(rng.normal(0.65 if hit else 0.4, 0.25), 0, 1) * levels) / levels)}
                    for hit in [True] * hits + [False] * false]
        drawn.append({"sought": sought, "findings": findings})
    return drawn


def expect_ranking(cases):
    findings = [f for case in cases for f in case["findings"]]
    hit = [int(f["hit"]) for f in findings]
    score = [-1 if f["confidence"] is None else f["confidence"] for f in findings]
    share = sum(hit) / sum(case["sought"] for case in cases)
    precision, recall, thresholds = metrics.precision_recall_curve(hit, score)
    points = [{"confidence": None if t < 0 else float(t), "precision": float(p), "recall": float(r * share)}
              for p, r, t in zip(precision, recall, thresholds)]
    return {"averagePrecision": float(metrics.average_precision_score(hit, score) * share),
            "curve": points[::-1]}


rankings = [draw_ranking(*shape) for shape in ((12, 1000, 0), (15, 4, 0), (20, 5, 0.25), (30, 2, 0.5))]
# The documentation's own example: two hits of four, AP 0.8333.
rankings.append([{"sought": 2, "findings": [{"hit": bool(h), "confidence": s} for h, s in
                                            zip([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])]}])
write("ranking", "scikit-learn (average_precision_score, precision_recall_curve; recall and AP multiplied by "
      "hits / defects sought), see test/golden/scores.py",
      sets=[{"cases": cases, "expected": expect_ranking(cases)} for cases in rankings])


def extend(citations):
    """With all ancestors; the law, the root, is none."""
    nodes = set()
    for citation in citations:
        parts = citation.split("/")
        nodes |= {"/".join(parts[:length]) for length in range(2, len(parts) + 1)}
    return sorted(nodes)


def paragraphs(citations):
    return sorted({"/".join(citation.split("/")[:2]) for citation in citations})


def compare_sets(pairs, read=list):
    gold, named = [[read(side or []) for side in sides] for sides in zip(*pairs)]
    binarizer = MultiLabelBinarizer().fit(gold + named)
    truth, found = binarizer.transform(gold), binarizer.transform(named)
    p, r, f, _ = metrics.precision_recall_fscore_support(truth, found, average="micro", zero_division=0)
    return {"precision": float(p), "recall": float(r), "f1": float(f)}


def draw_citation():
    depth = rng.integers(1, 5)
    return "/".join(["prøveloven"] + [str(rng.integers(1, 4)) for _ in range(min(depth, 3))]
                    + (["ab"[rng.integers(0, 2)]] if depth == 4 else []))


def draw_set(draw, most):
    return sorted({draw() for _ in range(rng.integers(1, most + 1))})


trees = []
for size in (1, 6, 12, 20):
    # A defect without a finding has nothing cited; a finding without a defect has no gold.
    both = [(draw_set(draw_citation, 3), draw_set(draw_citation, 3)) for _ in range(size)]
    alone = [(draw_set(draw_citation, 3), None)[::order] for order in (1, -1) for _ in range(size // 4)]
    levels = {"exact": sorted, "paragraph": paragraphs, "hierarchical": extend}
    trees.append({
        "pairs": [{"gold": g, "cited": c} for g, c in both + alone],
        "givenMatch": {name: compare_sets(both, read) for name, read in levels.items()},
        "overall": {name: compare_sets(both + alone, read) for name, read in levels.items()},
    })
write(
    "hierarchy",
    "Kiritchenko, S., Matwin, S. & Famili, A. F. (2005), Functional annotation of genes using hierarchical text "
    "categorization, ACL-ISMB workshop, section 3.3 (and Kiritchenko et al. 2006, Canadian AI); random sets: "
    "scikit-learn (precision_recall_fscore_support, micro) on sets extended with their ancestors",
    example={
        "told": "An instance of class G is put into class F. With all ancestors but the root G is {B, C, E, G} "
                "and F is {C, F}: C alone is common, so hP = 1/2 and hR = 1/4.",
        "mapped": "Our citations make a tree, theirs is a graph in which G has two ways up; so B is cited beside G.",
        "gold": ["prøveloven/2", "prøveloven/3/1/1"],
        "cited": ["prøveloven/3/2"],
        "nodes": {"B": "prøveloven/2", "C": "prøveloven/3", "E": "prøveloven/3/1", "G": "prøveloven/3/1/1",
                  "F": "prøveloven/3/2"},
        "expected": {"precision": 1 / 2, "recall": 1 / 4, "f1": 1 / 3},
    },
    sets=trees,
)

places = [[(draw_set(lambda: f"place{rng.integers(0, 5)}", 4), draw_set(lambda: f"place{rng.integers(0, 5)}", 4))
           for _ in range(size)] for size in (1, 8, 15)]
write("places", "scikit-learn (precision_recall_fscore_support, micro; numpy.mean), see test/golden/scores.py",
      sets=[{"pairs": [{"gold": g, "named": n} for g, n in pairs], "expected": {
          **compare_sets(pairs), "placesPerFinding": float(np.mean([len(n) for _, n in pairs]))}}
            for pairs in places])

matrices = []
for rows, columns, top, share in ((1, 1, 5, 1), (3, 3, 9, 1), (4, 2, 9, 0.7), (2, 6, 9, 0.6), (6, 6, 3, 0.5),
                                  (8, 5, 1_000_000, 0.6), (12, 9, 20, 0.4), (20, 20, 50, 0.3), (30, 12, 9, 0.2)):
    weights = rng.integers(1, top + 1, (rows, columns)) * (rng.random((rows, columns)) < share)
    chosen = linear_sum_assignment(weights, maximize=True)
    matrices.append({"weights": weights.tolist(), "total": int(weights[chosen].sum())})
write("assignment", "scipy.optimize.linear_sum_assignment(maximize=True); weight 0 stands for no pair",
      matrices=matrices)
