/**
 * A JSON value with every lone surrogate in its texts and keys replaced by U+FFFD: half a character is
 * no Unicode text, and canonical JSON, hashing and UTF-8 files refuse it.
 */
export function toWellFormed<T>(value: T): T {
  return isWellFormed(value) ? value : (replaceIn(value) as T);
}

/** Most values are: then nothing is copied. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  for (const key in value) {
    if (!key.isWellFormed() || !isWellFormed((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

function replaceIn(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(replaceIn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key.toWellFormed(), replaceIn(each)]),
  );
}
