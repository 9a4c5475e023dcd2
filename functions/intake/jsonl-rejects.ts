import { reasonColumn } from '../../datasets/intake/reason-column.ts';

/** Holds a line that is no object, beside the reason. */
const lineField = 'Linje';

const earlierReason = new RegExp(`^\\{${JSON.stringify(reasonColumn)}:"(?:[^"\\\\]|\\\\.)*",?`, 'u');

/**
 * A rejected line of JSONL with its reason. An object stays as it was written, also where it is not closed; anything else
 * stands as text beside the reason.
 */
export function renderRejectedLine(text: string, reason: string): string {
  const head = `{${JSON.stringify(reasonColumn)}:${JSON.stringify(reason)}`;
  const json = text.trim().replace(earlierReason, '{');
  if (!json.startsWith('{')) return `${head},${JSON.stringify(lineField)}:${JSON.stringify(json)}}`;
  const rest = json.slice(1).trimStart();
  return `${head}${rest.startsWith('}') ? '' : ','}${rest}`;
}

/** The line that a file of rejected lines holds as text; undefined where it is a line as any other. */
export function heldLine(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const { [reasonColumn]: reason, [lineField]: line, ...rest } = json as Record<string, unknown>;
  const held = typeof reason === 'string' && typeof line === 'string' && Object.keys(rest).length === 0;
  return held ? line : undefined;
}
