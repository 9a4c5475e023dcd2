/** Shorter ones would be found in texts that have nothing to do with them. */
const shortest = 8;

/** Of one name's secrets: enough for a run of days with a token an hour under way. */
const mostForms = 64;

/** Takes secrets out of what an endpoint says, since some repeat the key that they were given. */
export class Redactor {
  /** By name; the newest first. */
  readonly #secrets = new Map<string, readonly string[]>();

  /** A new secret by the same name; those before it are still taken out, since slow answers repeat old ones. */
  set(name: string, secret: string): void {
    if (secret.length < shortest) return;
    const escaped = JSON.stringify(secret).slice(1, -1);
    const forms = new Set([secret, escaped, ...(this.#secrets.get(name) ?? [])]);
    this.#secrets.set(name, [...forms].slice(0, mostForms));
  }

  /** The same in every text of a value of JSON, however it was escaped on the way. */
  redactIn<T>(value: T): T {
    return this.#secrets.size === 0 ? value : (this.#redactIn(value) as T);
  }

  #redactIn(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value);
    if (Array.isArray(value)) return value.map((each) => this.#redactIn(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [this.redact(key), this.#redactIn(each)]),
    );
  }

  redact(text: string): string {
    let redacted = text;
    for (const forms of this.#secrets.values()) {
      for (const form of forms) {
        if (redacted.includes(form)) redacted = redacted.replaceAll(form, '[secret]');
      }
    }
    return redacted;
  }
}
