/**
 * The version of a data set that cases are added to: the mapping's where it counts on from the card's, and otherwise the
 * card's. Labels made since may have raised it, and one version must not be two data sets.
 */
export function keepVersion(card: string | undefined, mapping: string): string {
  return card === undefined || counts(card, mapping) ? mapping : card;
}

/** Whether both count (`2`, `1.0.0`), and the second is the later. */
function counts(before: string, after: string): boolean {
  const counted = /^\d{1,9}(?:\.\d{1,9})*$/u;
  if (!counted.test(before) || !counted.test(after)) return false;
  const [old, next] = [before.split('.').map(Number), after.split('.').map(Number)];
  const at = next.findIndex((part, index) => part !== (old[index] ?? 0));
  return at >= 0 && next[at]! > (old[at] ?? 0);
}
