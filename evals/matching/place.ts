/** A place that evidence names, as a set element: `document:<id>` or `field:<name>`. Pages are not told apart. */
export function placeKey(evidence: { documentId: string } | { field: string }): string {
  return 'field' in evidence ? `field:${evidence.field}` : `document:${evidence.documentId}`;
}

/** The distinct places of a list of evidence. */
export function placeSet(evidence: readonly ({ documentId: string } | { field: string })[]): Set<string> {
  return new Set(evidence.map(placeKey));
}
