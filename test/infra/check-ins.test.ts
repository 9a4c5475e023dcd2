import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { createSchedules } from '../../infra/check-ins/create-schedules.ts';
import { readClusters } from '../../infra/check-ins/read-clusters.ts';
import { toScheduleExpression } from '../../infra/check-ins/to-schedule-expression.ts';
import { ClusterSchema } from '../../reports/check-in/cluster.ts';
import { root } from './support/cdk-context.ts';
import { resourcesOf } from './support/templates.ts';

describe('a cluster’s schedule', () => {
  it.each([
    ['0 7 1 * *', 'cron(0 7 1 * ? *)'],
    ['30 6 * * 1', 'cron(30 6 ? * MON *)'],
    ['0 8 * * 1-5', 'cron(0 8 ? * MON-FRI *)'],
    ['0 8 * * 0,7', 'cron(0 8 ? * SUN,SUN *)'],
    ['0 8 * 1,7 2#1', 'cron(0 8 ? 1,7 TUE#1 *)'],
    ['*/15 * L * ?', 'cron(*/15 * L * ? *)'],
    ['0 0 * * *', 'cron(0 0 * * ? *)'],
    ['0 9 ? * mon', 'cron(0 9 ? * MON *)'],
  ])('%s is %s', (cron, expression) => {
    expect(toScheduleExpression(cron)).toBe(expression);
  });

  it('is refused where it names days of the month and of the week: Scheduler knows no "or"', () => {
    expect(() => toScheduleExpression('0 7 1 * 1')).toThrow('expected one of them');
  });

  const fields = ['id', 'schedule', 'timezone'] as const;
  it.each([
    ['schedule', 'monthly'],
    ['schedule', '0 7 1 *'],
    ['schedule', '0 7 1 * *'],
    ['schedule', '0 7 ? * MON#1'],
    ['timezone', 'Europe/Copenhagen'],
    ['timezone', 'UTC'],
    ['timezone', 'CET'],
    ['id', 'Klynge Nord'],
    ['id', 'klynge-nord'],
  ])('with %s "%s" is read as maalestok check-in reads it', (field, value) => {
    const cluster = { id: 'x', schedule: '0 7 1 * *', timezone: 'UTC', [field]: value };
    const folder = mkdtempSync(join(tmpdir(), 'clusters-'));
    writeFileSync(join(folder, 'one.yaml'), JSON.stringify(cluster));
    const taken = fields.every((name) => ClusterSchema.shape[name].safeParse(cluster[name]).success);
    if (taken) expect(readClusters(folder)).toHaveLength(1);
    else expect(() => readClusters(folder)).toThrow('one.yaml');
  });

  it('has a name of its own, however long ids are and however late they differ', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clusters-'));
    const ids = ['nord', 'syd'].map(
      (end) => `${'kommunernes-faelles-klynge-for-byggesager-'.padEnd(55, 'x')}-${end}`,
    );
    for (const [at, id] of ids.entries())
      writeFileSync(
        join(folder, `${at}.yaml`),
        JSON.stringify({ id, schedule: '0 7 1 * *', timezone: 'UTC' }),
      );
    const app = new App();
    createSchedules(new Stack(app, 'checkIn'), readClusters(folder));
    const { template } = app.synth().getStackByName('checkIn');
    const schedules = resourcesOf({ checkIn: template }, 'AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(2);
    const names = schedules.map(({ resource }) => String(resource.Properties?.Name));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^maalestok-check-in-[a-z0-9-]{1,45}$/u);
  });

  it('comes from the file of the cluster', () => {
    expect(
      readClusters(join(root, 'docs/examples/check-in')).filter(({ key }) => key.endsWith('cluster.yaml')),
    ).toEqual([
      {
        id: 'eksempelklynge',
        key: 'clusters/cluster.yaml',
        expression: 'cron(0 7 1 * ? *)',
        timezone: 'Europe/Copenhagen',
      },
    ]);
  });
});
