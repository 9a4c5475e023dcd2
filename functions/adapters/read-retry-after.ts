const longestMs = 3_600_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds, at most an hour; undefined where it asks for none.
 * @source RFC 9110, 10.2.3: seconds, or an HTTP date
 */
export function readRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Math.min(longestMs, Math.ceil(Number(text) * 1000));
  if (!/^[A-Za-z]{3,9}, /u.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(longestMs, Math.max(0, at - nowMs));
}
