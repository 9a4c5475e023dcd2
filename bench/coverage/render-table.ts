/** A Markdown table, columns padded; text to the left, all other columns to the right. */
export function renderTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const all = [headers, ...rows];
  const widths = headers.map((_, column) => Math.max(3, ...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column]!, column < textColumns)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < textColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(headers), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A share or ratio with so many decimals. */
export function format(value: number, decimals = 3): string {
  return value.toFixed(decimals);
}

/** A share as per cent. */
export function formatPercent(share: number, decimals = 2): string {
  return `${(100 * share).toFixed(decimals)} %`;
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}
