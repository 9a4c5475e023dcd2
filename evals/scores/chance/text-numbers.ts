/** Numbers distinct texts from 0, in the order they come. */
export class TextNumbers {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.#numbers.set(text, number);
    this.texts.push(text);
    return number;
  }

  /** The number of a text that may not be numbered: then −1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }
}
