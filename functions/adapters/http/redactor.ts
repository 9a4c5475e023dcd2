/** Shorter ones would be found in texts that have nothing to do with them. */
const shortest = 8;

/** Takes secrets out of what an endpoint says, since some repeat the key that they were given. */
export class Redactor {
  readonly #secrets = new Map<string, readonly string[]>();

  /** A new secret by the same name takes the old one's place. */
  set(name: string, secret: string): void {
    const escaped = JSON.stringify(secret).slice(1, -1);
    this.#secrets.set(name, secret.length < shortest ? [] : [...new Set([secret, escaped])]);
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
