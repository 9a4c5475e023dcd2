import type { IncomingHttpHeaders } from 'node:http';

/** A header's value, the first where it stands there several times. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
