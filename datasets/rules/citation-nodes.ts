import type { Citation } from './citation.ts';
import { formatCitationId } from './citation-id.ts';

/** The citation names a whole law or chapter: a node that matches only itself. */
export function isTooBroad(c: Citation): boolean {
  return c.paragraph === undefined;
}

/**
 * Canonical ids of the node and all its ancestors up to the §, smallest first; never the law.
 * A level that was not written is no ancestor (`br18/148//5` has one, `br18/148`). The prefixes of a
 * dotted number are its ancestors: `lokalplan:1.23/6.1.3` → `…/6.1` → `…/6`.
 */
export function citationNodes(c: Citation): string[] {
  if (c.paragraph === undefined) return [formatCitationId(c)];
  const { law, paragraph } = c;
  const nodes: Citation[] = [{ ...c }];
  if (c.litra !== undefined) nodes.push(without(nodes.at(-1)!, 'litra'));
  if (c.nr !== undefined) nodes.push(without(nodes.at(-1)!, 'nr'));
  if (c.stk !== undefined) nodes.push(without(nodes.at(-1)!, 'stk'));
  const parts = paragraph.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    nodes.push({ law, paragraph: parts.slice(0, length).join('.') });
  }
  return nodes.map(formatCitationId);
}

function without(c: Citation, level: 'stk' | 'nr' | 'litra'): Citation {
  const { [level]: _, ...rest } = c;
  return rest;
}
