/** Shorter ones would be found in texts that have nothing to do with them. */
const shortest = 6;

/** Takes secrets out of what an endpoint says, since some repeat the key that they were given. */
export class Redactor {
  readonly #secrets = new Map<string, readonly string[]>();

  /** A new secret by the same name takes the old one's place. */
  set(name: string, secret: string): void {
    const escaped = JSON.stringify(secret).slice(1, -1);
    this.#secrets.set(name, secret.length < shortest ? [] : [...new Set([secret, escaped])]);
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
