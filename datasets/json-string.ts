/**
 * Where a JSON string ends: behind its closing quotation mark, or with the text where it has none. No pattern: over a text of many
 * millions of letters its stack would overrun.
 * @param from the place of its opening quotation mark
 */
export function endOfJsonString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === '\\') first -= 1;
    if ((at - first) % 2 === 0) return at + 1;
  }
  return text.length;
}
