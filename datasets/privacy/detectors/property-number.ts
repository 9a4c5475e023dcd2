import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const pattern =
  /(?<!\p{L})(?:ejendoms|ejd|esr|vurderings-?ejendoms)[\s.-]{0,2}(?:nr|nummer|n)[\s.:#_]{0,3}(?<value>(?:\d{3}[\s-])?(?!0000)\d{6})(?!\d)/dgiu;

/** A property's number in the old municipal register, with or without the municipality's code. */
export const propertyNumber: Detector = (text) => matchSpans(text, pattern, 'ejendomsnummer', () => 0.95);
