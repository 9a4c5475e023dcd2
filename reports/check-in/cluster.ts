import { z } from 'zod';
import { SplitNameSchema } from '../../datasets/card.ts';
import { checkYaml } from '../../datasets/check-yaml.ts';
import { InputError } from '../../datasets/errors.ts';
import { openYaml, type YamlDocument } from '../../datasets/open-yaml.ts';
import { renderPath } from '../../datasets/parse-line.ts';
import { toWellFormed } from '../../datasets/well-formed.ts';
import { SuiteModelSchema } from '../../evals/suite-model.ts';
import { type MeasureId, measureIds, measureOf } from '../measures.ts';

const MemberSchema = z.strictObject({
  /** The pseudonym that stands in the cases. */
  id: z.string().min(1).max(200),
  /** Shown in the report. */
  name: z.string().min(1).max(200),
});

const GateSchema = z.strictObject({
  measure: z.enum(measureIds as [MeasureId, ...MeasureId[]], {
    error: `a measure of the report: ${measureIds.join(', ')}`,
  }),
  min: z.number().optional(),
  max: z.number().optional(),
});

/** The municipalities that meet, what they measure, and where it goes. */
export const ClusterSchema = z.strictObject({
  schema: z.literal('maalestok.cluster.v1').default('maalestok.cluster.v1'),
  /** Names the cluster's folder. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'lower-case letters, digits and "-"')
    .max(64),
  title: z.string().min(1).max(200).optional(),
  members: z.array(MemberSchema).min(1).max(200),
  datasets: z
    .array(
      z.strictObject({
        /** Relative to the cluster file. */
        folder: z.string().min(1),
        split: SplitNameSchema.default('test'),
      }),
    )
    .min(1)
    .max(20),
  /** As in a suite; their files are relative to the cluster file. */
  models: z.array(SuiteModelSchema).min(1).max(50),
  /** In DKK, for all runs of a month together; what the command is told (`--max-cost`) counts before it. */
  maxCostDkk: z.number().min(0).max(999_999_999).optional(),
  /** When the check-in is made, by whatever calls the command: minute, hour, day, month, weekday. */
  schedule: z
    .string()
    .max(100)
    .regex(/^[\d*/,-]+(?: [\d*/,A-Za-z#L?-]+){4}$/u, 'five fields of cron, like "0 7 1 * *"'),
  timezone: z
    .string()
    .regex(/^(?:UTC|[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+)$/u, 'a time zone, like Europe/Copenhagen'),
  gates: z.array(GateSchema).max(50).default([]),
  /** Who the agenda is mailed to. */
  recipients: z.array(z.email('an e-mail address').max(200)).max(100).default([]),
  /** Relative to the cluster file. */
  decisionsFile: z.string().min(1).optional(),
});
export type Cluster = z.infer<typeof ClusterSchema>;
export type ClusterGate = { measure: MeasureId; min: number } | { measure: MeasureId; max: number };

/** A cluster that is read, with a way to name a field of it in a message. */
export interface ReadCluster {
  cluster: Cluster;
  gates: ClusterGate[];
  /** What is wrong with a field, with its line. */
  refuse: (path: readonly PropertyKey[], is: string, expected: string) => InputError;
}

/** @throws {InputError} with line and field where it is no YAML, breaks the schema, or contradicts itself */
export function readCluster(text: string, file: string): ReadCluster {
  const place = { file, thing: 'a cluster', mend: 'docs/check-in.md explains each field.' };
  const document: YamlDocument = openYaml(text, place);
  const cluster = toWellFormed(checkYaml(document, ClusterSchema, place));
  const refuse: ReadCluster['refuse'] = (path, is, expected) =>
    new InputError({
      file,
      line: document.lineOf(path),
      field: renderPath(path),
      is,
      expected,
      mend: place.mend,
    });
  requireOnce(
    cluster.members.map(({ id }) => id),
    (at) => refuse(['members', at, 'id'], 'a municipality that is there already', 'each municipality once'),
  );
  requireOnce(
    cluster.datasets.map(({ folder, split }) => `${split} ${folder}`),
    (at) => refuse(['datasets', at, 'folder'], 'a data set that is there already', 'each data set once'),
  );
  return { cluster, gates: cluster.gates.map((gate, at) => readGate(gate, at, refuse)), refuse };
}

function readGate(
  { measure, min, max }: Cluster['gates'][number],
  at: number,
  refuse: ReadCluster['refuse'],
): ClusterGate {
  const path = ['gates', at];
  if ((min === undefined) === (max === undefined)) {
    const is = min === undefined ? 'neither `min` nor `max`' : '`min` and `max`';
    throw refuse(path, is, 'one of them');
  }
  const [bound, name] = min === undefined ? [max!, 'max'] : [min, 'min'];
  const { unit } = measureOf(measure);
  if (unit !== 'mean' && Math.abs(bound) > 1) {
    throw refuse([...path, name], String(bound), 'a share in [0, 1], like 0.8 for 80 %');
  }
  return min === undefined ? { measure, max: bound } : { measure, min: bound };
}

function requireOnce(names: readonly string[], refuse: (at: number) => InputError): void {
  const at = names.findIndex((name, place) => names.indexOf(name) !== place);
  if (at >= 0) throw refuse(at);
}
