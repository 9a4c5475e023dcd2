/**
 * The first object in a text, from its opening brace to the one that closes it. Null where it is never closed, closes
 * what was not open, or leaves something out by `...`: an answer that was cut or shortened would pass, once repaired,
 * for one that names less.
 */
export function findObject(text: string): string | null {
  const start = text.indexOf('{');
  if (start === -1) return null;
  const open: string[] = [];
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]!;
    if (inString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') {
      inString = true;
    } else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
    } else if (letter === '}' || letter === ']') {
      if (open.pop() !== letter) return null;
      if (open.length === 0) return text.slice(start, at + 1);
    } else if (letter === '…' || text.startsWith('...', at)) {
      return null;
    }
  }
  return null;
}
