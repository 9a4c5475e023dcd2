import type { FieldValue } from '../../case.ts';
import type { Drawing } from '../drawings/drawing.ts';
import type { CaseType, Scenario } from './scenario.ts';

/** A way in which a document may be incomplete, or at odds with what the applicant has stated. */
export interface Fault {
  id: string;
  /** Of the taxonomy. */
  code: string;
  /** Case types in which it can occur; absent: those of the kind. */
  caseTypes?: readonly CaseType[];
  /** Only seen where the plot falls. */
  slanting?: boolean;
  /** Only where the property has two owners. */
  twoOwners?: boolean;
  /** Fields that are evidence beside the document. */
  fields?: readonly string[];
  noteDa: string;
}

/** What a complete document and its incomplete twin share. */
export interface Family {
  /** Which of the faults the twin has. */
  fault: string;
  slanting: boolean;
}

/** A type of document: what the applicant says it is, what it should say, and how it can fall short. */
export interface DocumentKind {
  /** Of the taxonomy's document types. */
  type: string;
  caseTypes: readonly CaseType[];
  titles: readonly string[];
  /** The defect where the file is another document altogether. */
  missing: string;
  /** What is uploaded instead, by the type of that document, or a text of its own. */
  instead: string | ((scenario: Scenario) => string[]);
  faults: readonly Fault[];
  /** What the applicant has stated and the document must agree with. */
  fields(scenario: Scenario, family: Family): Record<string, FieldValue>;
  /** @param fault the id of one of `faults`; absent: a complete document */
  make(scenario: Scenario, fault: string | undefined): Made;
}

export type Made = { drawing: Drawing } | { pages: string[] };
