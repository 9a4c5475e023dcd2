import { createHash } from 'node:crypto';
import { createRandom } from '../../evals/statistics/random.ts';
import type { Case, CaseDocument, FieldValue } from '../case.ts';
import { builtInTaxonomy } from '../taxonomy/built-in-taxonomy.ts';
import { createOcrNoise } from '../transforms/ocr-noise.ts';
import { deriveFacts } from './derive-facts.ts';
import { declarations } from './documents/declarations.ts';
import { writeDescription } from './documents/description.ts';
import { writeForm } from './documents/form.ts';
import { type Line, paginate, type Written } from './documents/line.ts';
import { type DrawingType, drawingTypes, drawSheets, sheetTitles, sheetTopics } from './documents/sheets.ts';
import type { Drawing } from './drawings/drawing.ts';
import { drawingText } from './drawings/drawing-text.ts';
import { drawnWorld } from './drawn-world.ts';
import type { Facts } from './facts.ts';
import { municipalities } from './municipalities.ts';
import { createWriter } from './phrases/writer.ts';
import type { DocPlan, Draft, SheetFlaws, Topic } from './project.ts';
import { addDays } from './style.ts';
import type { World } from './world.ts';

/** Where a topic is spoken of: by the kind of document that was planned, whatever it was bound into. */
export interface Mention {
  topic: Topic;
  type: string;
  documentId: string;
  page: number;
}

export interface ComposedDrawing {
  documentId: string;
  page: number;
  drawing: Drawing;
}

export interface Composed {
  case: Case;
  mentions: Mention[];
  drawings: ComposedDrawing[];
}

export interface ComposeInput {
  draft: Draft;
  caseId: string;
  /** Decides the wording: the same for a case and its twin. */
  textSeed: string;
  /** Expected reading errors per 100 signs on drawings; 0: none. */
  noisePercent: number;
  /** Drawings bound into one document. */
  bundle: boolean;
}

interface Made extends Written {
  planned: string;
  drawings: Drawing[];
}

/** Writes the documents of an application, and notes what each page is about. */
export function composeCase(input: ComposeInput): Composed {
  const { draft, caseId } = input;
  const facts = deriveFacts(draft);
  const made = draft.docs.flatMap((doc, at) => writeDoc(input, facts, doc, at));
  const form = draft.docs.find(({ type }) => type === 'ansoegning')!;
  const bound = bind(order(made, input.textSeed), input.bundle);
  const mentions: Mention[] = [];
  const drawings: ComposedDrawing[] = [];
  const documents = bound.map((parts, at): CaseDocument => {
    const documentId = `dok-${at + 1}`;
    let page = 0;
    const pages = parts.flatMap((part) =>
      part.pages.map((lines, index) => {
        page += 1;
        for (const topic of new Set(lines.flatMap((line) => [line.topic, ...(line.also ?? [])])))
          mentions.push({ topic, type: part.planned, documentId, page });
        const drawing = part.drawings[index];
        if (drawing !== undefined) drawings.push({ documentId, page, drawing });
        return {
          page,
          text: lines
            .map(({ text }) => text)
            .join('\n')
            .trim(),
          ...(drawing === undefined ? {} : { ocr: true }),
        };
      }),
    );
    const [first] = parts as [Made];
    return {
      documentId,
      type: parts.length > 1 ? 'tegningssaet' : first.type,
      title: parts.length > 1 ? 'Tegninger' : first.title,
      date: first.date,
      ...(first.revision === undefined ? {} : { revision: first.revision }),
      ...(first.scale === undefined ? {} : { scale: first.scale }),
      pages,
    };
  });
  const made1: Case = {
    schema: 'maalestok.case.v1',
    caseId,
    task: 'application',
    caseType: draft.caseType,
    municipality: draft.municipality,
    cluster: draft.cluster,
    applicationDate: draft.date,
    zone: draft.zone,
    fields: fieldsOf({ ...facts, ...form.say }, draft, form),
    documents,
    files: [],
    localRules: draft.localRules,
  };
  return { case: input.noisePercent === 0 ? made1 : blur(made1, input), mentions, drawings };
}

/** Form and description first, the rest in an order that says nothing. */
function order(made: readonly Made[], seed: string): Made[] {
  const key = ({ planned, revision = '' }: Made) =>
    planned === 'ansoegning'
      ? '0'
      : planned === 'beskrivelse'
        ? '1'
        : `2${createHash('sha256').update(`${seed} ${planned}`).digest('hex').slice(0, 8)}${revision}`;
  return [...made].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function bind(made: readonly Made[], bundle: boolean): Made[][] {
  const isDrawing = ({ planned }: Made) => (drawingTypes as readonly string[]).includes(planned);
  const sheets = made.filter(isDrawing);
  if (!bundle || sheets.length < 2) return made.map((each) => [each]);
  const ordered = [...sheets].sort(
    (a, b) => drawingTypes.indexOf(a.planned as DrawingType) - drawingTypes.indexOf(b.planned as DrawingType),
  );
  const at = made.findIndex(isDrawing);
  return [
    ...made.slice(0, at).map((each) => [each]),
    ordered,
    ...made
      .slice(at)
      .filter((each) => !isDrawing(each))
      .map((each) => [each]),
  ];
}

function writeDoc({ draft, textSeed }: ComposeInput, base: Facts, doc: DocPlan, at: number): Made[] {
  const silent = doc.silent ?? new Set<Topic>();
  const random = createRandom(JSON.stringify([textSeed, doc.type]));
  const date = addDays(draft.date, -(1 + random.below(25)));
  const version = (
    say: Facts | undefined,
    redraw: DocPlan['redraw'],
    revision: string | undefined,
    day: string,
    flaws = doc.flaws ?? {},
  ): Made[] => {
    const facts = { ...base, ...say };
    if ((drawingTypes as readonly string[]).includes(doc.type))
      return [writeSheets({ draft, doc, facts, redraw, flaws, revision: revision ?? 'A', date: day, at })];
    const writer = createWriter(draft.style, JSON.stringify([textSeed, doc.type]));
    const text = (title: string, pages: Line[][]): Made[] => [
      {
        type: doc.type,
        planned: doc.type,
        title,
        date: day,
        ...(revision === undefined ? {} : { revision }),
        pages,
        drawings: [],
      },
    ];
    if (doc.type === 'ansoegning') {
      const { form } = municipalities.find(({ name }) => name === draft.municipality)!;
      const own = draft.docs.some(({ type }) => type === 'erklaering_tekniske');
      const lines = writeForm(facts, writer, form, draft.formAsksGeometry, own).filter(
        ({ topic }) => !silent.has(topic),
      );
      return text('Ansøgning om byggetilladelse', paginate(lines));
    }
    if (doc.type === 'beskrivelse') {
      return text(
        writer.one('Projektbeskrivelse', 'Beskrivelse', 'Byggebeskrivelse'),
        writeDescription(
          facts,
          writer,
          draft.voice,
          draft.length,
          new Set([...silent, ...toldElsewhere(draft)]),
        ),
      );
    }
    const { title, lines } = declarations[doc.type]!(facts, writer, silent);
    return text(title, paginate(lines.filter(({ topic }) => !silent.has(topic))));
  };
  const now = version(
    doc.say,
    doc.redraw,
    doc.earlier === undefined ? undefined : 'B',
    doc.type === 'ansoegning' ? draft.date : date,
  );
  if (doc.earlier === undefined) return now;
  return [
    ...version(
      { ...doc.say, ...doc.earlier.say },
      doc.earlier.redraw ?? doc.redraw,
      'A',
      addDays(date, -21),
      doc.earlier.flaws,
    ),
    ...now,
  ];
}

/** What a document of its own tells is not told in the description again. */
function toldElsewhere({ docs }: Draft): Topic[] {
  const has = (type: string) => docs.some((doc) => doc.type === type);
  return [
    ...(has('brandredegoerelse') ? (['fire', 'rescue', 'response'] as const) : []),
    ...(has('kk_redegoerelse') ? (['structure'] as const) : []),
  ];
}

interface SheetsInput {
  draft: Draft;
  doc: DocPlan;
  facts: Facts;
  redraw: ((world: World) => void) | undefined;
  flaws: SheetFlaws;
  revision: string;
  date: string;
  at: number;
}

function writeSheets({ draft, doc, facts, redraw, flaws, revision, date, at }: SheetsInput): Made {
  const world = drawnWorld(draft);
  redraw?.(world);
  const type = doc.type as DrawingType;
  const drawings = drawSheets({
    type,
    world,
    facts,
    flaws,
    date,
    revision,
    number: 100 + at,
    drawnBy: 'T',
  });
  const flawless = flaws.scale !== true;
  return {
    type,
    planned: type,
    title: sheetTitles[type],
    date,
    revision,
    ...(flawless && drawings[0] !== undefined ? { scale: `1:${drawings[0].scale}` } : {}),
    pages: drawings.map((drawing) => [
      { topic: 'drawing', also: sheetTopics[type], text: drawingText(drawing) },
    ]),
    drawings,
  };
}

const fieldNames = new Set(builtInTaxonomy.fields.map(({ name }) => name));
const geometryFields = new Set([
  'afstand_nabo_m',
  'afstand_vej_m',
  'afstand_sti_m',
  'max_hoejde_m',
  'etager',
  'tag_hoejde_m',
  'ydervaeg_langside_min_m',
  'tagudhaeng_m',
  'hoejde_over_terraen_m',
  'taghaeldning_grader',
]);

/** The form's values under the taxonomy's names. */
function fieldsOf(facts: Facts, draft: Draft, form: DocPlan): Record<string, FieldValue> {
  const silentFields = form.silent === undefined ? new Set<string>() : fieldsSilencedBy(form.silent);
  const entries = Object.entries(facts).filter(
    ([name, value]) =>
      fieldNames.has(name) &&
      value !== undefined &&
      (draft.formAsksGeometry || !geometryFields.has(name)) &&
      !silentFields.has(name),
  );
  return Object.fromEntries(entries) as Record<string, FieldValue>;
}

function fieldsSilencedBy(silent: ReadonlySet<Topic>): Set<string> {
  const by: Partial<Record<Topic, string[]>> = {
    distance: ['afstand_nabo_m', 'afstand_vej_m', 'afstand_sti_m'],
    height: ['max_hoejde_m', 'etager', 'tag_hoejde_m', 'ydervaeg_langside_min_m'],
    ratio: ['bebyggelsesprocent_oplyst_pct'],
    rain: ['regnvand'],
  };
  return new Set([...silent].flatMap((topic) => by[topic] ?? []));
}

/** Reading errors on what was read off an image. */
function blur(original: Case, { noisePercent, textSeed }: ComposeInput): Case {
  const scanned = original.documents.filter(({ pages }) => pages.some(({ ocr }) => ocr === true));
  const noisy = createOcrNoise(noisePercent).apply(
    { ...original, documents: scanned },
    createRandom(JSON.stringify([textSeed, 'ocr'])),
  );
  if (noisy === null) return original;
  const by = new Map(noisy.documents.map((document) => [document.documentId, document]));
  return {
    ...original,
    documents: original.documents.map((document) => by.get(document.documentId) ?? document),
  };
}
