import { createRandom } from '../../../evals/statistics/random.ts';
import type { Facts } from '../facts.ts';
import { municipalities } from '../municipalities.ts';
import { createWriter } from '../phrases/writer.ts';
import type { DocPlan, Draft, Topic } from '../project.ts';
import { addDays } from '../style.ts';
import { declarations } from './declarations.ts';
import { writeDescription } from './description.ts';
import { writeForm } from './form.ts';
import { type Line, paginate } from './line.ts';
import type { Made } from './made.ts';
import { isDrawingType } from './sheets.ts';
import { writeSheets } from './write-sheets.ts';

export interface WriteInput {
  draft: Draft;
  /** Decides the wording. */
  textSeed: string;
}

/** A planned document, written or drawn; where a later version replaces an earlier one, both. */
export function writeDocument(input: WriteInput, base: Facts, doc: DocPlan, at: number): Made[] {
  const { draft, textSeed } = input;
  const random = createRandom(JSON.stringify([textSeed, doc.type]));
  const date = addDays(draft.date, -(1 + random.below(25)));
  const { say, redraw, flaws, earlier } = doc;
  const write = (version: Version): Made =>
    isDrawingType(doc.type)
      ? writeSheets({
          draft,
          type: doc.type,
          facts: { ...base, ...version.say },
          redraw: version.redraw,
          flaws: version.flaws ?? {},
          revision: version.revision ?? 'A',
          date: version.date,
          at,
        })
      : writeText(input, { ...base, ...version.say }, doc, version);
  const now = write({
    say,
    redraw,
    flaws,
    revision: earlier === undefined ? undefined : 'B',
    date: doc.type === 'ansoegning' ? draft.date : date,
  });
  if (earlier === undefined) return [now];
  const before = write({
    say: { ...say, ...earlier.say },
    redraw: earlier.redraw ?? redraw,
    flaws: earlier.flaws ?? flaws,
    revision: 'A',
    date: addDays(date, -21),
  });
  return [before, now];
}

interface Version {
  say: Facts | undefined;
  redraw: DocPlan['redraw'];
  flaws: DocPlan['flaws'];
  revision: string | undefined;
  date: string;
}

function writeText(input: WriteInput, facts: Facts, doc: DocPlan, { revision, date }: Version): Made {
  return {
    type: doc.type,
    planned: doc.type,
    ...titleAndPages(input, facts, doc),
    date,
    ...(revision === undefined ? {} : { revision }),
    drawings: [],
  };
}

function titleAndPages(
  { draft, textSeed }: WriteInput,
  facts: Facts,
  doc: DocPlan,
): Pick<Made, 'title' | 'pages'> {
  const silent = doc.silent ?? new Set<Topic>();
  const writer = createWriter(draft.style, JSON.stringify([textSeed, doc.type]));
  const paged = (lines: readonly Line[]) => paginate(lines.filter(({ topic }) => !silent.has(topic)));
  if (doc.type === 'ansoegning') {
    const { form } = municipalities.find(({ name }) => name === draft.municipality)!;
    const own = draft.docs.some(({ type }) => type === 'erklaering_tekniske');
    return {
      title: 'Ansøgning om byggetilladelse',
      pages: paged(writeForm(facts, writer, form, draft.formAsksGeometry, own)),
    };
  }
  if (doc.type === 'beskrivelse') {
    const untold = new Set([...silent, ...toldElsewhere(draft)]);
    return {
      title: writer.one('Projektbeskrivelse', 'Beskrivelse', 'Byggebeskrivelse'),
      pages: writeDescription(facts, writer, draft.voice, draft.length, untold),
    };
  }
  const { title, lines } = declarations[doc.type]!(facts, writer, silent);
  return { title, pages: paged(lines) };
}

/** What a document of its own tells is not told in the description again. */
function toldElsewhere({ docs }: Draft): Topic[] {
  const has = (type: string) => docs.some((doc) => doc.type === type);
  return [
    ...(has('brandredegoerelse') ? (['fire', 'rescue', 'response'] as const) : []),
    ...(has('kk_redegoerelse') ? (['structure'] as const) : []),
  ];
}
