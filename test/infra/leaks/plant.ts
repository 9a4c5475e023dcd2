import type { Statement } from '../support/policy.ts';
import { resourcesOf, type Template } from '../support/templates.ts';

type All = Record<string, Template>;
interface Holder {
  PolicyDocument: { Statement: Statement[] };
}

/** A change to the templates, and what the check says of it. */
export type PlantedLeak = readonly [name: string, plant: (all: All) => void, said: RegExp];

export const role = (name: string) => `maalestok-${name}-eu-central-1`;
export const sealed = 'arn:aws:s3:::maalestok-labels-111122223333-eu-central-1';

export function find(all: All, type: string, matches: (text: string) => boolean): Record<string, unknown> {
  const found = resourcesOf(all, type).find(({ at, resource }) =>
    matches(`${at} ${JSON.stringify(resource)}`),
  );
  if (found?.resource.Properties === undefined)
    throw new Error(`Cannot plant a leak: there is no such ${type}`);
  return found.resource.Properties;
}

export const add = (all: All, id: string, Type: string, Properties: Record<string, unknown>) => {
  all['maalestok-evaluation']!.Resources[id] = { Type, Properties };
};

/** Gives a function's role something more. */
export const give = (all: All, name: string, ...Statement: Statement[]) =>
  add(all, 'Planted', 'AWS::IAM::Policy', { Roles: [role(name)], PolicyDocument: { Statement } });

export const allow = (Action: string, Resource: string): Statement => ({ Effect: 'Allow', Action, Resource });
export const statementsOf = (all: All, type: string, mark: string) =>
  (find(all, type, (text) => text.includes(mark)) as Holder).PolicyDocument.Statement;
export const functionOf = (all: All, name: string) =>
  find(all, 'AWS::Lambda::Function', (text) => text.includes(`"maalestok-${name}"`));

export const drop = (statements: Statement[], sid: string) => {
  const at = statements.findIndex(({ Sid }) => Sid === sid);
  if (at === -1) throw new Error(`Cannot plant a leak: there is no ${sid}`);
  statements.splice(at, 1);
};
