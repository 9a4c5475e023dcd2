import type { Detector, Span } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const ownForms = [
  /(?<![\p{L}\d])(?<value>BOM[-\s]?[12]\d{3}[-\s]?\d{4,8})(?!\d)/dgiu,
  /(?<![\p{L}\d])(?<value>[SD](?:19|20)\d\d[-–]\d{1,6})(?!\d)/dgu,
  /(?<![\p{L}\d.])(?<value>\d{2}\.\d{2}\.\d{2}[-–]?[A-ZÆØÅ]\d{2}[-–]\d{1,5}[-–](?:19|20)?[1-9]\d)(?!\d)/dgu,
];
const label =
  '(?:(?:esdh|byg(?:ge)?|klage|ejendoms|arkiv)?-?sag(?:s|en|ens)?[\\s.-]{0,2}(?:nr|nummer|id)?|j(?:ournal)?[\\s.]{0,2}(?:nr|nummer)|dok(?:ument)?[\\s.]?(?:nr|nummer))[\\s.:#_]{0,3}';
/** A year and a number, in this order or the other, with up to three parts. */
const number =
  '(?<value>(?:\\d{1,6}[-–/.]|[a-zæøå]{1,5}[-–])?(?:(?:19|20)?[1-9]\\d)[-–/]\\d{2,8}|\\d{3,8}[-–/](?:19|20)?[1-9]\\d)';
const labelled = new RegExp(`(?<!\\p{L})${label}${number}(?![\\d-])`, 'dgiu');

/** Case numbers: no personal data themselves, but they lead into the archive. */
export const caseNumber: Detector = (text): Span[] => [
  ...ownForms.flatMap((form) => matchSpans(text, form, 'sagsnummer', () => 0.97)),
  ...matchSpans(text, labelled, 'sagsnummer', () => 0.85),
];
