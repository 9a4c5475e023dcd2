import type { TextUse } from '../../evals/prices/estimate-model.ts';
import type { CountTokens } from './count-tokens.ts';

/** Shorter beginnings are not kept by a prompt cache. In tokens. */
const shortestCached = 1024;

/** Counts the texts that a model would be sent, and what they all begin with. */
export class TextMeter {
  readonly #countTokens: CountTokens;
  #texts = 0;
  #tokens = 0;
  #longest = 0;
  #shared: string | undefined;

  constructor(countTokens: CountTokens) {
    this.#countTokens = countTokens;
  }

  add(text: string): void {
    const tokens = this.#countTokens(text);
    this.#texts += 1;
    this.#tokens += tokens;
    this.#longest = Math.max(this.#longest, tokens);
    this.#shared = this.#shared === undefined ? text : commonStart(this.#shared, text);
  }

  /** @param caches a prompt cache keeps what the texts begin with */
  use(caches: boolean): TextUse | undefined {
    if (this.#texts === 0) return undefined;
    return {
      inputTokens: this.#tokens / this.#texts,
      longestInputTokens: this.#longest,
      sharedTokens: caches ? this.#sharedTokens() : 0,
    };
  }

  /** Of one text alone nobody knows what it shares. */
  #sharedTokens(): number {
    const tokens = this.#texts < 2 ? 0 : this.#countTokens(this.#shared ?? '');
    return tokens < shortestCached ? 0 : tokens;
  }
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return a.slice(0, length);
}
