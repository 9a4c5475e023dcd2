import type { ErrorKindMeaning, ErrorSource } from '../../evals/screening/error-kinds/kind-meaning.ts';
import { errorKinds } from '../../evals/screening/error-kinds.ts';

type Listed = keyof typeof errorKinds;

/** The kinds that one of these names. */
export function kindsOf(...sources: ErrorSource[]): Listed[] {
  return (Object.entries(errorKinds) as [Listed, ErrorKindMeaning][])
    .filter(([, { by }]) => by.some((source) => sources.includes(source)))
    .map(([kind]) => kind);
}

/** Their table, as a page shows it. */
export function renderKinds(...sources: ErrorSource[]): string {
  const rows = kindsOf(...sources).map((kind) => {
    const { status, means, again, mend } = errorKinds[kind];
    return `| \`${kind}\` | ${status} | ${means} | ${again} | ${mend} |\n`;
  });
  return `| kind | status | what happened | asked again | to do |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
}
