import type { FoundReference } from './law-reference.ts';
import type { TextToken } from './tokenise.ts';

const PLAN_WORD =
  /^(?:tema|ramme|del)?lokalplan(?:s|en|ens|er|erne|ernes|forslag|forslaget|forslagets|tillaeg)?$/;
const BYPLAN_WORD = /^byplan(?:vedtaegt(?:s|en|ens|er)?)?$/;
const NUMBER_WORDS = new Set(['nr', 'nummer', 'no', 'nr.']);
/** `1.23`, `7-11`, `60`, `24.1`, `12-345-A`, `B12`, `09.10.B12`, `60a`. */
const PLAN_NUMBER =
  /(?:\p{Lu}{1,4}[-.]?)?\d+(?:[.\-/_]\d+|[.-]?\p{Lu}{1,3}(?!\p{L})|\p{Ll}(?![\p{L}\d]))*(?![\d\p{L}])/uy;
const SPACED_LETTER = /[ ][A-HJ-ZÆØÅ](?=[\s,;.:)]|$)(?!\. ?\p{Lu})/uy;

/** `lokalplan nr. 1.23`, `lokalplanens`, `byplanvedtægt 16` at token `at`, or null. */
export function readPlan(tokens: readonly TextToken[], at: number, text: string): FoundReference | null {
  const { folded } = tokens[at]!;
  const byplan = BYPLAN_WORD.test(folded);
  const short = tokens[at]!.text === 'LP';
  if (!byplan && !short && !PLAN_WORD.test(folded)) return null;
  const number = readPlanNumber(tokens, at + 1, text, !/(?:en|ens|er|erne|ernes)$/.test(folded));
  if (number !== null) {
    const id = byplan ? `lokalplan:byplanvedtaegt ${number.plan}` : `lokalplan:${number.plan}`;
    return {
      reference: { how: 'named', id, genitive: number.genitive, kind: 'plan', dotted: true },
      next: number.next,
    };
  }
  if (short) return null;
  const genitive = /(?:ens|ernes|ns|ts|ets)$/.test(folded) || folded === 'lokalplans';
  return {
    reference: { how: 'somePlan', genitive, definite: /(?:en|ens|et|ets)$/.test(folded) },
    next: at + 1,
  };
}

interface PlanNumber {
  plan: string;
  genitive: boolean;
  next: number;
}

function readPlanNumber(
  tokens: readonly TextToken[],
  from: number,
  text: string,
  wordOptional: boolean,
): PlanNumber | null {
  let at = from;
  if (NUMBER_WORDS.has(tokens[at]?.folded ?? '')) {
    at += 1;
    while (tokens[at]?.text === '.' || tokens[at]?.text === ':') at += 1;
  } else if (!wordOptional) return null;
  const first = tokens[at];
  if (first === undefined || (first.kind !== 'number' && first.kind !== 'word')) return null;
  PLAN_NUMBER.lastIndex = first.start;
  const match = PLAN_NUMBER.exec(text);
  if (match === null) return null;
  const genitive = /\ds$/.test(match[0]);
  let plan = genitive ? match[0].slice(0, -1) : match[0];
  let end = PLAN_NUMBER.lastIndex;
  SPACED_LETTER.lastIndex = end;
  const letter = genitive ? null : SPACED_LETTER.exec(text);
  if (letter !== null) {
    plan += letter[0];
    end = SPACED_LETTER.lastIndex;
  }
  let next = at;
  while (next < tokens.length && tokens[next]!.start < end) next += 1;
  const apostrophe = /^['’]s\b/.test(text.slice(end, end + 3));
  return { plan, genitive: genitive || apostrophe, next: next + (apostrophe ? 2 : 0) };
}
