/** Longer runs of one kind of character take time by their square; no text that a person wrote has one. */
const longRun = /\S{2000}|\s{2000}/u;
const pieceLength = 1000;

/** Tokens of a text. */
export type CountTokens = (text: string) => number;

/**
 * Counts tokens in OpenAI's encoding cl100k_base: of its two that are in use, the one that cuts Danish into more. What looks like a
 * control token is text. Its list is long, and is loaded where something is counted.
 */
export async function openTokenCounter(): Promise<CountTokens> {
  const { countTokens: count } = await import('gpt-tokenizer/encoding/cl100k_base');
  const countPiece = (text: string) => count(text, { disallowedSpecial: new Set() });
  return (text) => {
    if (!longRun.test(text)) return countPiece(text);
    let tokens = 0;
    for (let start = 0; start < text.length; start += pieceLength) {
      tokens += countPiece(text.slice(start, start + pieceLength));
    }
    return tokens;
  };
}
