/**
 * The objects in a text that lie in no other, each from its opening brace to the one that closes it. Null where one is
 * never closed, closes what was not open, or leaves something out of a list by `...` or by a comment in it: an answer
 * that was cut or shortened would pass, once repaired, for one that names less.
 */
export function findObjects(text: string): string[] | null {
  const objects: string[] = [];
  for (let start = text.indexOf('{'); start !== -1; ) {
    const end = endOfObject(text, start);
    if (end === null) return null;
    objects.push(text.slice(start, end));
    start = text.indexOf('{', end);
  }
  return objects;
}

/** Where the object that opens at `start` has been closed. */
function endOfObject(text: string, start: number): number | null {
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
      if (open.length === 0) return at + 1;
    } else if (letter === '…' || text.startsWith('...', at) || (open.at(-1) === ']' && isComment(text, at))) {
      return null;
    }
  }
  return null;
}

function isComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || text.startsWith('/*', at);
}
