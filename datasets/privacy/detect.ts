import type { Detector, Span } from './detector.ts';
import { bankAccount } from './detectors/account.ts';
import { address } from './detectors/address.ts';
import { bfe } from './detectors/bfe.ts';
import { birthDate } from './detectors/birth-date.ts';
import { cadastral } from './detectors/cadastral.ts';
import { caseNumber } from './detectors/case-number.ts';
import { coordinates } from './detectors/coordinates.ts';
import { cpr } from './detectors/cpr.ts';
import { cvr } from './detectors/cvr.ts';
import { email } from './detectors/email.ts';
import { personName } from './detectors/name.ts';
import { phone } from './detectors/phone.ts';
import { plate } from './detectors/plate.ts';
import { propertyNumber } from './detectors/property-number.ts';
import { signature } from './detectors/signature.ts';
import { findingKinds } from './finding-kind.ts';
import { normaliseText } from './normalise-text.ts';

const detectors: readonly Detector[] = [
  email,
  coordinates,
  caseNumber,
  bankAccount,
  cvr,
  bfe,
  propertyNumber,
  phone,
  cpr,
  plate,
  cadastral,
  address,
  birthDate,
  signature,
  personName,
];
const rank = new Map(findingKinds.map((kind, at) => [kind, at]));

/**
 * Everything that identifies somebody in a text, in the order of the text; no two overlap. The text is read in one
 * form of its signs; the spans are places in the text as it stands.
 */
export function detect(original: string): Span[] {
  const { text, place } = normaliseText(original);
  return detectIn(text).map((span) => ({ ...span, ...place(span.start, span.end) }));
}

function detectIn(text: string): Span[] {
  const all = detectors.flatMap((detector) => detector(text));
  all.sort(
    (a, b) =>
      rank.get(a.kind)! - rank.get(b.kind)! || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  return withoutOverlaps(all, text.length);
}

/** The first of two that overlap stays. A mark for each character keeps this linear. */
function withoutOverlaps(spans: readonly Span[], length: number): Span[] {
  const taken = new Uint8Array(length);
  const kept = spans.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
