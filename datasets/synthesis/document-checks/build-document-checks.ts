import { createHash } from 'node:crypto';
import type { SplitName } from '../../card.ts';
import { type Case, type CaseDocument, CaseSchema } from '../../case.ts';
import { type Defect, type Evidence, type Label, LabelSchema } from '../../label.ts';
import { NearDuplicateIndex } from '../../near-duplicates.ts';
import { defectTypeOf, type Taxonomy } from '../../taxonomy/taxonomy.ts';
import type { Drawing } from '../drawings/drawing.ts';
import { drawingText } from '../drawings/drawing-text.ts';
import type { DocumentKind, Fault, Made } from './document-kind.ts';
import { kinds } from './kinds/kinds.ts';
import { type CaseType, createScenario, type Scenario } from './scenario.ts';

export interface DocumentCheck {
  split: Extract<SplitName, 'practice' | 'validation' | 'test'>;
  case: Case;
  label: Label;
  /** The drawing's file, where the document is one; the case names it by its hash. */
  file?: Uint8Array;
}

/** Families of each type of document in each split; in each, a complete document and one with a fault. */
const familiesIn = { practice: 1, validation: 1, test: 3 } as const;

/**
 * The data set of single documents: for each family a complete document, its twin with one fault, and in every split for
 * each type of document one that is another document than the applicant says. The seed decides everything.
 * @param render a drawing's file
 */
export async function* buildDocumentChecks(
  seed: string,
  taxonomy: Taxonomy,
  render: (drawing: Drawing) => Promise<Uint8Array>,
): AsyncGenerator<DocumentCheck> {
  const known = new NearDuplicateIndex();
  for (const kind of kinds) {
    let next = 0;
    for (const [split, count] of Object.entries(familiesIn) as [DocumentCheck['split'], number][]) {
      for (let i = 0; i < count; i++) {
        const plan = planApart(known, split, (attempt) => planFamily(seed, kind, next, i === 0, attempt));
        next += 1;
        for (const member of plan.members) yield await make(split, plan, member, taxonomy, render);
      }
    }
  }
}

/** So often a family is drawn anew until it says nothing that another split says nearly as well. */
const mostAttempts = 200;

/** The first family of those drawn whose documents are no near duplicates of another split's; its documents are known from then on. */
function planApart(
  known: NearDuplicateIndex,
  split: DocumentCheck['split'],
  planOf: (attempt: number) => Plan,
): Plan {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const plan = planOf(attempt);
    const documents = plan.members.map((member) => ({
      caseId: idOf(plan, member),
      documents: [documentOf(plan, content(plan, member))],
    }));
    if (documents.some((each) => known.find(each, split).length > 0)) continue;
    for (const each of documents) known.add(each, split);
    return plan;
  }
  throw new Error(
    `Cannot make documents for ${split}: ${mostAttempts} families are like those of other splits`,
  );
}

type Member = 'complete' | 'fault' | 'instead';

interface Plan {
  seed: string;
  kind: DocumentKind;
  fault: Fault;
  scenario: Scenario;
  slanting: boolean;
  members: Member[];
}

/** Faults take turns, so that each occurs as often as may be. */
function planFamily(
  seed: string,
  kind: DocumentKind,
  index: number,
  withOther: boolean,
  attempt: number,
): Plan {
  const fault = kind.faults[index % kind.faults.length]!;
  const caseTypes = fault.caseTypes ?? kind.caseTypes;
  const caseType: CaseType = caseTypes[index % caseTypes.length]!;
  const own = `${seed}/${kind.type}/${index}${attempt === 0 ? '' : `/again-${attempt}`}`;
  const slanting = fault.slanting === true || index % 3 === 2;
  let scenario = createScenario(own, caseType, slanting);
  for (let i = 1; fault.twoOwners === true && scenario.owners.length < 2; i++) {
    scenario = createScenario(`${own}/${i}`, caseType, slanting);
  }
  const members: Member[] = withOther ? ['complete', 'fault', 'instead'] : ['complete', 'fault'];
  return { seed: own, kind, fault, scenario, slanting, members };
}

async function make(
  split: DocumentCheck['split'],
  plan: Plan,
  member: Member,
  taxonomy: Taxonomy,
  render: (drawing: Drawing) => Promise<Uint8Array>,
): Promise<DocumentCheck> {
  const { kind, scenario, fault, slanting } = plan;
  const made = content(plan, member);
  const file = 'drawing' in made ? await render(made.drawing) : undefined;
  const hash = file === undefined ? undefined : createHash('sha256').update(file).digest('hex');
  const document = { ...documentOf(plan, made), ...(hash === undefined ? {} : { fileId: 'fil-1' }) };
  const caseId = idOf(plan, member);
  const checked = CaseSchema.parse({
    caseId,
    task: 'document',
    caseType: scenario.caseType,
    municipality: scenario.municipality,
    applicationDate: scenario.date,
    zone: scenario.zone,
    fields: kind.fields(scenario, { fault: fault.id, slanting }),
    documents: [document],
    files:
      file === undefined || hash === undefined
        ? []
        : [
            {
              fileId: 'fil-1',
              name: 'bilag.pdf',
              mediaType: 'application/pdf',
              sha256: hash,
              bytes: file.length,
            },
          ],
  });
  const label = LabelSchema.parse({
    caseId,
    labelVersion: '1',
    outcome: member === 'complete' ? 'complete' : 'deficient',
    ...(member === 'fault' ? { twinOf: idOf(plan, 'complete') } : {}),
    provenance: 'synthetic',
    defects: [...defectsOf(plan, member, checked, taxonomy), ...contestedOf(plan, member, taxonomy)],
  });
  return { split, case: checked, label, ...(file === undefined ? {} : { file }) };
}

function documentOf({ kind, scenario }: Plan, made: Made): CaseDocument {
  const title = scenario.choice.of('title', kind.titles);
  return { documentId: 'dok-1', type: kind.type, title, date: scenario.date, pages: pagesOf(made) };
}

/** The complete and the wrong document of a family share an id's making, so that no id tells the label. */
function idOf({ seed }: Plan, member: Member): string {
  return `bd-${createHash('sha256').update(`${seed}/${member}`).digest('hex').slice(0, 8)}`;
}

function content({ kind, scenario, fault }: Plan, member: Member): Made {
  if (member !== 'instead') return kind.make(scenario, member === 'fault' ? fault.id : undefined);
  if (typeof kind.instead === 'function') return { pages: kind.instead(scenario) };
  const other = kinds.find(({ type }) => type === kind.instead);
  if (other === undefined) throw new Error(`Cannot upload "${kind.instead}": it is no kind of document`);
  return other.make(scenario, undefined);
}

function pagesOf(made: Made): CaseDocument['pages'] {
  if ('drawing' in made) return [{ page: 1, text: drawingText(made.drawing), ocr: true }];
  return made.pages.map((text, i) => ({ page: i + 1, text }));
}

function defectsOf({ kind, fault }: Plan, member: Member, { fields }: Case, taxonomy: Taxonomy): Defect[] {
  if (member === 'complete') return [];
  const named = (member === 'fault' ? (fault.fields ?? []) : []).filter((field) => field in fields);
  const evidence: Evidence[] = [{ documentId: 'dok-1', page: 1 }, ...named.map((field) => ({ field }))];
  const note = member === 'fault' ? fault.noteDa : 'Dokumentet er et andet, end ansøgeren har angivet.';
  return [defect('d1', member === 'fault' ? fault.code : kind.missing, taxonomy, evidence, note)];
}

/** What is applied for deviates from the plan, whatever the application looks like: that is not what is asked here. */
function contestedOf({ kind }: Plan, member: Member, taxonomy: Taxonomy): Defect[] {
  if (kind.type !== 'dispensationsansoegning' || member === 'instead') return [];
  const note = 'Afvigelsen fra planen er det, der søges om; den er ingen mangel ved dokumentet.';
  const evidence = [{ documentId: 'dok-1', page: 1 }];
  return [
    {
      ...defect('d2', 'lokalplan_placering', taxonomy, evidence, note),
      role: 'contested',
      discretionary: true,
    },
  ];
}

function defect(
  defectId: string,
  code: string,
  taxonomy: Taxonomy,
  evidence: Evidence[],
  note: string,
): Defect {
  const type = defectTypeOf(taxonomy, code);
  if (type === undefined) throw new Error(`Cannot label "${code}": the taxonomy does not know it`);
  const general = (citations: readonly string[]) => citations.filter((citation) => citation !== 'lokalplan');
  const variant = type.variants.find(
    ({ whenDa }) => code === 'dispensation_ikke_ansoegt' && whenDa === 'lokalplan',
  );
  const primary = general(variant?.citations ?? type.citations);
  const others = [...new Set([...type.citations, ...type.alternatives])].filter(
    (one) => !primary.includes(one),
  );
  return {
    defectId,
    code,
    role: type.role,
    severity: type.severity,
    discretionary: type.discretionary,
    citationSets: [primary, ...general(others).map((citation) => [citation])],
    evidence,
    note,
  };
}
