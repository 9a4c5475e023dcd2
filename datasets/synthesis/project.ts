import type { LocalRule } from '../case.ts';
import type { Facts } from './facts.ts';
import type { Style } from './style.ts';
import type { World } from './world.ts';

export const caseTypes = [
  'enfamiliehus_ny',
  'tilbygning',
  'sommerhus',
  'sekundaer_over_50',
  'raekkehus_dobbelthus',
  'erhverv_lager',
  'etagebolig',
  'ombygning',
  'aendret_anvendelse',
  'landzone_byggeri',
  'nedrivning',
  'altan',
  'tagterrasse',
  'midlertidig_konstruktion',
] as const;
export type CaseType = (typeof caseTypes)[number];

export type Voice = 'private' | 'builder' | 'architect' | 'adviser';

/** What a line is about. Evidence is where a topic is spoken of. */
export type Topic =
  | 'parties'
  | 'identity'
  | 'use'
  | 'areas'
  | 'ratio'
  | 'distance'
  | 'height'
  | 'terrain'
  | 'materials'
  | 'heating'
  | 'bbr'
  | 'fire'
  | 'response'
  | 'structure'
  | 'rain'
  | 'insurance'
  | 'declaration'
  | 'parking'
  | 'register'
  | 'dispensation'
  | 'started'
  | 'rescue'
  | 'access'
  | 'guardrail'
  | 'lift'
  | 'drawing'
  | 'temporary'
  | 'demolition'
  | 'hearing'
  | 'other';

/** What is left off a drawing. */
export interface SheetFlaws {
  scale?: boolean;
  dimensions?: boolean;
  north?: boolean;
  levels?: boolean;
  distances?: boolean;
  /** Facades that the set does not hold. */
  sides?: ('south' | 'east' | 'north' | 'west')[];
  /** Heights on facades. */
  heights?: boolean;
}

/** A document to be written, and how it departs from what is so. */
export interface DocPlan {
  type: string;
  /** Told from these values instead of the true ones. */
  say?: Facts;
  /** Drawn from a world changed like this. */
  redraw?: (world: World) => void;
  flaws?: SheetFlaws;
  /** Topics of which this document says nothing. */
  silent?: Set<Topic>;
  /** An earlier version of this document, which a later one replaces: told from these values. */
  earlier?: { say?: Facts; redraw?: (world: World) => void; flaws?: SheetFlaws };
}

/** A required (or advisory, contested) defect of which an injection says that it is there. */
export interface DraftDefect {
  code: string;
  /** Primary and further sets; absent: the taxonomy's. */
  citations?: string[];
  topics: Topic[];
  fields: string[];
  /** Only documents of these types hold evidence; absent: every document that speaks of the topics. */
  types?: string[];
  role?: 'required' | 'advisory' | 'contested';
  /** Documents without which there is no such defect. */
  needs?: string[];
  severity?: 'critical' | 'major' | 'minor';
  note: string;
}

/** An application on its way: what is built, what is said of it, and what is wrong. */
export interface Draft {
  caseType: CaseType;
  zone: 'byzone' | 'sommerhusomraade' | 'landzone';
  municipality: string;
  cluster: string;
  style: Style;
  voice: Voice;
  date: string;
  world: World;
  /** All that does not follow from the world. */
  known: Facts;
  /** Values that every document tells instead of what follows from the world. */
  say: Facts;
  /** Changes to what is told, made when all else is settled. */
  adjust: ((facts: Facts) => Facts)[];
  docs: DocPlan[];
  /** What the drawings, and they alone, show otherwise than form and texts: made to a copy of the world. */
  drawn?: (world: World) => void;
  localRules: LocalRule[];
  defects: DraftDefect[];
  /** The form of this municipality asks for distances and heights. */
  formAsksGeometry: boolean;
  noPermit: boolean;
  /** Pages of the description, about. */
  length: number;
}
