// A provider of promptfoo's as a prompt engineer writes one: a class in a file of its own.
export default class FileProvider {
  constructor({ id, config }) {
    this.name = id;
    this.config = config;
    globalThis.fileProviderAsked ??= {};
  }

  id() {
    return this.name;
  }

  async callApi(_prompt, _context, { abortSignal }) {
    const asked = globalThis.fileProviderAsked;
    asked[this.config.run] = (asked[this.config.run] ?? 0) + 1;
    const { kind, findings } = this.config.behaviour;
    if (kind === 'throttles') return { error: 'Rate limit exceeded, try later' };
    if (kind === 'fails') throw new Error('fetch failed: ECONNRESET');
    if (kind === 'refuses') return { error: 'no such deployment' };
    if (kind === 'babbles') return { output: ['no', 'object'] };
    if (kind === 'abstains') return { output: { status: 'abstained', findings: [] } };
    // Heeds no signal.
    if (kind === 'hangs') return new Promise(() => abortSignal.aborted);
    return { output: { findings: findings.map((finding) => ({ ...finding })) } };
  }
}
