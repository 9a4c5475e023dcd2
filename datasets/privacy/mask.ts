/** The shape of a value without the value: digits and all letters but each word's first are dots. At most 40 characters. */
export function mask(value: string): string {
  const line = value.replace(/\s+/gu, ' ').slice(0, 40);
  return line.replace(
    /(?<![\p{L}\p{M}])(\p{L})|[\p{L}\p{M}\p{N}]/gu,
    (_, first: string | undefined) => first ?? '•',
  );
}
