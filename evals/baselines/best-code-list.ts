import type { Label } from '../../datasets/label.ts';

interface CodeCount {
  code: string;
  hits: number;
  falseAlarms: number;
}

/**
 * The set of codes that, given unread to every case, has the highest micro F1 over these labels; sorted.
 *
 * A listed code is a hit in a case with a required defect of that code, neutral where only an advisory or contested
 * one is there, else a false alarm. With R required defects in all, F1 = Σ2·hits / (R + Σ(hits + falseAlarms)): a ratio
 * of sums, so at the optimum λ exactly the codes with hits / (hits + falseAlarms) > λ/2 belong to the set, and the
 * best prefix of the codes ordered by that share is the best set [Dinkelbach 1967]. Among equals the shortest wins.
 */
export function findBestCodeList(labels: readonly Pick<Label, 'defects'>[]): string[] {
  const counts = countCodes(labels);
  const required = labels.reduce((sum, label) => sum + label.defects.filter(isRequired).length, 0);
  let hits = 0;
  let listed = 0;
  let best = { hits: 0, denominator: 1, length: 0 };
  for (const [index, count] of counts.entries()) {
    hits += count.hits;
    listed += count.hits + count.falseAlarms;
    const denominator = required + listed;
    // Whole numbers, so equal scores are seen as equal.
    if (hits * best.denominator > best.hits * denominator) best = { hits, denominator, length: index + 1 };
  }
  return counts
    .slice(0, best.length)
    .map((count) => count.code)
    .sort();
}

/** Every code with a hit, the highest share of hits first, then by code. */
function countCodes(labels: readonly Pick<Label, 'defects'>[]): CodeCount[] {
  const codes = new Set(
    labels.flatMap((label) => label.defects.filter(isRequired).map((defect) => defect.code)),
  );
  const counts = [...codes].map((code) => {
    const present = labels.map((label) => label.defects.filter((defect) => defect.code === code));
    return {
      code,
      hits: present.filter((defects) => defects.some(isRequired)).length,
      falseAlarms: present.filter((defects) => defects.length === 0).length,
    };
  });
  return counts.sort(
    (a, b) =>
      b.hits * (a.hits + a.falseAlarms) - a.hits * (b.hits + b.falseAlarms) || (a.code < b.code ? -1 : 1),
  );
}

function isRequired(defect: { role: string }): boolean {
  return defect.role === 'required';
}
