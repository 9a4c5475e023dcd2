import type { Detector } from '../detector.ts';
import { before, matchSpans } from '../match-spans.ts';

const pattern =
  /(?<![\p{L}\d/-])(?<value>(?<letters>[A-Z]{2})[\s-]?[1-9]\d[\s.]?\d{3})(?![\p{L}\d]|[-.,:/]\d)/dgu;
const cue = /(?:nummerplade|bil(?:en)?\b|k[øo]ret[øo]j|trailer|varevogn|lastbil|reg\.|indregistr|plade)/iu;
/** Letters before numbers of standards, approvals and classes. */
const standards = new Set(['DS', 'EN', 'MK', 'BR', 'CE', 'EI', 'VA', 'SB', 'NS', 'TK', 'KK', 'BK', 'AK']);

/** Number plates of vehicles, as they are read off photographs. */
export const plate: Detector = (text) =>
  matchSpans(text, pattern, 'plate', ({ index, groups }) => {
    if (cue.test(before(text, index, 40))) return 0.95;
    return standards.has(groups!.letters!) ? null : 0.7;
  });
