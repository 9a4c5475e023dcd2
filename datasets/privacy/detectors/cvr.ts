import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const pattern =
  /(?<!\p{L})(?:[Cc][Vv][Rr]|SE)(?:[\s.-]{0,2}(?:[Nn]r|[Nn]ummer|[Nn]o))?[\s.:#_]{0,3}(?<value>(?:DK[\s-]?)?[1-9](?:[\s.]?\d){7})(?!\d)/dgu;

/** Numbers of firms: public, but a one-man firm's number is its owner's. They stand behind their label only. */
export const cvr: Detector = (text) => matchSpans(text, pattern, 'cvr', () => 0.95);
