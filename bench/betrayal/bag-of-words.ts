import type { Case } from '../../datasets/case.ts';

/** Drawn where a roof comes near the slanted height limit: a line's name, by which its geometry is read, and no wording. */
const drawnLimit = new Set(['skråt', 'højdegrænseplan']);

/** The words of a case, each once: fields by name, every text, digits masked. */
export function bagOf({ fields, documents, localRules, caseType }: Case): Set<string> {
  const parts = [
    caseType,
    ...Object.entries(fields).map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' ? value : Array.isArray(value) ? value.length : typeof value}`,
    ),
    ...documents.flatMap(({ type, title, pages }) => [
      `type:${type}`,
      title,
      ...pages.map(({ text }) => text),
    ]),
    ...localRules.map(({ topic, text }) => `${topic} ${text}`),
  ];
  const words = parts
    .join(' ')
    .toLowerCase()
    .replace(/\d+/gu, '0')
    .match(/[\p{L}_:=§%²]+|0(?:[.,:]0)*/gu);
  return new Set((words ?? []).filter((word) => !drawnLimit.has(word)));
}
