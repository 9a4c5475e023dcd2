/**
 * Text in lines of at most `width` characters, broken at blanks where there are any: a sheet shows each as one row, so
 * no row grows tall and nothing is hidden below its edge. Runs of empty lines become one; no character is cut in two.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.replaceAll('\r\n', '\n').split(/[\n\r]/u)) {
    const line = paragraph.trimEnd();
    if (line === '' && (lines.length === 0 || lines.at(-1) === '')) continue;
    lines.push(...wrapLine(line, width));
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (line.length - start > width) {
    const blank = line.lastIndexOf(' ', start + width);
    let end = blank > start ? blank : start + width;
    // Between the halves of a character beyond the basic plane.
    if (blank <= start && isHighSurrogate(line, end - 1)) end -= 1;
    lines.push(line.slice(start, end));
    start = blank > start ? end + 1 : end;
  }
  lines.push(line.slice(start));
  return lines;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at > 0;
}
