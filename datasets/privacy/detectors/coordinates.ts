import type { Detector, Span } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const gap = '[\\s,;/)]{1,4}(?:og\\s)?';
/** Degrees between the German border and Skagen, and between Blåvand and Bornholm. */
const north = '(?:5[4-7])[.,]\\d{3,10}\\s?°?\\s?N?';
const east = '(?:[89]|1[0-5])[.,]\\d{3,10}\\s?°?\\s?[EØ]?';
/** Metres in UTM zone 32 or 33. */
const utmNorth = '(?:[NYny]\\s?[=:]?\\s?)?6[.\\s]?[0-4]\\d{2}[.\\s]?\\d{3}(?:[.,]\\d{1,3})?';
const utmEast = '(?:[EXØex]\\s?[=:]?\\s?)?[4-9]\\d{2}[.\\s]?\\d{3}(?:[.,]\\d{1,3})?';
const angle = (degrees: string) =>
  `${degrees}\\s?°\\s?\\d{1,2}\\s?['’′]\\s?\\d{1,2}(?:[.,]\\d{1,4})?\\s?(?:["”″]|'')`;

const pair = (first: string, second: string) =>
  new RegExp(`(?<![\\p{L}\\d.,])(?<value>${first}${gap}${second})(?![\\p{L}\\d])`, 'dgu');
const patterns = [
  pair(north, east),
  pair(utmEast, utmNorth),
  pair(utmNorth, utmEast),
  pair(`${angle('5[4-7]')}\\s?N?`, `${angle('(?:[89]|1[0-5])')}\\s?[EØ]?`),
];

/** Positions in Denmark: a pair of degrees, of UTM metres, or of degrees with minutes. */
export const coordinates: Detector = (text): Span[] =>
  patterns.flatMap((pattern) => matchSpans(text, pattern, 'coordinates', () => 0.9));
