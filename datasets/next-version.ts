/**
 * The version after this one where existing data is changed: `1` → `2`, `1.0.0` → `2.0.0` (a major step, as Croissant
 * asks for edited records). Null where the version counts in no way that is known.
 * @source Croissant 1.0, Dataset versioning
 */
export function nextVersion(version: string): string | null {
  const counted = /^(\d{1,9})((?:\.\d{1,9})*)$/u.exec(version);
  if (counted === null) return null;
  const rest = counted[2]!.replace(/\d+/gu, '0');
  return `${Number(counted[1]) + 1}${rest}`;
}
