const hosts = /(?:^|\.)promptfoo\.(?:app|dev|com)$/u;
const mark = Symbol.for('maalestok.refusesPromptfooHosts');

/**
 * Lets no request of this process reach promptfoo's own services. Needed beside its switches: with telemetry off,
 * version 0.123.1 still reports, under an id of the machine's, that it is off.
 */
export function refusePromptfooHosts(): void {
  const { fetch } = globalThis;
  if (mark in fetch) return;
  const guarded: typeof fetch = (input, init) =>
    hosts.test(hostOf(input))
      ? Promise.reject(new TypeError('requests to promptfoo’s own services are off'))
      : fetch(input, init);
  globalThis.fetch = Object.assign(guarded, { [mark]: true });
}

function hostOf(input: string | URL | Request): string {
  const url = input instanceof Request ? input.url : String(input);
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
}
