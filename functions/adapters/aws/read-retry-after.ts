/** How long a service asks to be left alone, in ms: a header in seconds or as a date, or a field of the error. */
export function readRetryAfter(error: Error): number | undefined {
  const { $response, retryAfterSeconds } = error as Error & {
    $response?: { headers?: Record<string, string> };
    retryAfterSeconds?: string;
  };
  const said = $response?.headers?.['retry-after'] ?? retryAfterSeconds;
  if (said === undefined) return undefined;
  if (/^\d{1,6}(?:\.\d+)?$/u.test(said)) return Number(said) * 1000;
  const at = Date.parse(said);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
