import { reasonColumn } from '../../datasets/intake/reason-column.ts';
import { endOfJsonString } from '../../datasets/json-string.ts';

/** Holds a line that is no object, beside the reason. */
const lineField = 'Linje';

const earlierReason = `{${JSON.stringify(reasonColumn)}:`;

/**
 * A rejected line of JSONL with its reason. An object stays as it was written, also where it is not closed; anything else
 * stands as text beside the reason.
 */
export function renderRejectedLine(text: string, reason: string): string {
  const head = `{${JSON.stringify(reasonColumn)}:${JSON.stringify(reason)}`;
  const json = withoutReason(text.trim());
  if (!json.startsWith('{')) return `${head},${JSON.stringify(lineField)}:${JSON.stringify(json)}}`;
  const rest = json.slice(1).trimStart();
  return `${head}${rest.startsWith('}') ? '' : ','}${rest}`;
}

/** The line as it was before a reason was put in front. */
export function withoutReason(text: string): string {
  if (!text.startsWith(`${earlierReason}"`)) return text;
  const end = endOfJsonString(text, earlierReason.length);
  return `{${text.slice(text[end] === ',' ? end + 1 : end)}`;
}

/** What a line behind its reason holds as text, where that is all it holds. */
export function heldLine(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { [lineField]: line, ...rest } = json as Record<string, unknown>;
  return typeof line === 'string' && Object.keys(rest).length === 0 ? line : undefined;
}
