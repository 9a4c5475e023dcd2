import { describe, expect, it } from 'vitest';
import { askedByMachine } from '../../support/asked-by-machine.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { unusedGrants } from '../../support/unused-grants.ts';
import { readDeployment } from '../support/deployment.ts';
import { judge } from '../support/policy.ts';
import { synthesisedDefinition } from '../support/synthesised-definition.ts';
import { withoutPermission } from '../support/take-permission.ts';
import { resourcesOf, templates } from '../support/templates.ts';

const evaluation = 'maalestok-evaluation';
const checkIn = 'maalestok-check-in';
const askedBy = (machine: string) => askedByMachine(machine, synthesisedDefinition(machine));

describe('the roles of the state machines', () => {
  it.each([evaluation, checkIn])('give %s all that its definition takes', (machine) => {
    const actions = new Set(askedBy(machine).map(({ action }) => action));
    for (const action of [
      'lambda:InvokeFunction',
      'states:StartExecution',
      'sns:Publish',
      'events:PutEvents',
    ])
      expect([action, actions.has(action)]).toEqual([action, true]);
    expect(refusedByTemplates(askedBy(machine))).toEqual([]);
  });

  it.each([
    // For what it writes of a map, and to be told what is absent: neither shows in the definition.
    [evaluation, 'Evaluation', ['kms:Encrypt Usual', 's3:ListBucket s3:::maalestok-runs']],
    [checkIn, 'CheckIn', []],
  ])('give %s little else', (machine, id, unused) => {
    expect(unusedGrants(machine, askedBy(machine))).toEqual(unused);
    for (const action of new Set(askedBy(machine).map((each) => each.action))) {
      const refused = refusedByTemplates(askedBy(machine), withoutPermission(id, action));
      expect([action, refused.length > 0]).toEqual([action, true]);
      for (const each of refused) expect(each).toMatch(`${machine} may not ${action} arn:aws:`);
    }
  });

  it('let nobody tell a topic whose key it may not use', () => {
    const refused = refusedByTemplates(askedBy(checkIn), withoutPermission('CheckIn', 'kms:GenerateDataKey'));
    expect(refused).toEqual([expect.stringMatching(/^maalestok-check-in may not kms:GenerateDataKey /u)]);
  });
});

it('lets each schedule call what it is for', () => {
  const { roles, templates: all } = readDeployment(templates());
  const schedules = resourcesOf(all, 'AWS::Scheduler::Schedule');
  expect(schedules.length).toBeGreaterThan(2);
  for (const { at, resource } of schedules) {
    const { Arn, RoleArn } = (resource.Properties as { Target: { Arn: string; RoleArn: string } }).Target;
    const role = roles.find(({ arn }) => arn === RoleArn)!;
    const action = Arn.includes(':stateMachine:') ? 'states:StartExecution' : 'lambda:InvokeFunction';
    const request = { principal: role.arn, action, resource: Arn, context: {} };
    expect([at, judge(role.statements, request)]).toEqual([at, 'allow']);
  }
});
