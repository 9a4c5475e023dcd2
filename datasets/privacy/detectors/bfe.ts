import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const pattern = /(?<!\p{L})bfe[\s.-]{0,2}(?:nr|nummer|no)?[\s.:#_]{0,3}(?<value>[1-9]\d{4,9})(?!\d)/dgiu;

/** A property's number in the land registers. Unlabelled, it is a number like any other. */
export const bfe: Detector = (text) => matchSpans(text, pattern, 'bfe', () => 0.95);
