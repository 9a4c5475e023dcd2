import { describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { cdkContext } from './support/cdk-context.ts';

const read = (changes: Record<string, unknown>) => {
  const context = { ...cdkContext(), ...changes };
  return readSettings((name) => context[name]);
};

describe('the settings', () => {
  it('are those of cdk.json', () => {
    expect(read({})).toEqual({
      account: undefined,
      region: 'eu-central-1',
      otherRegion: false,
      domain: undefined,
      certificateArn: undefined,
      logRetentionDays: 90,
      uploadRetentionDays: 30,
      versionRetentionDays: 90,
      egressAllow: [],
      maxRunCostDkk: undefined,
      monthlyBudgetUsd: 100,
      alarmEmail: undefined,
      signedBy: 'Målestok on AWS',
    });
  });

  it('may come as text, as -c gives them', () => {
    const given = {
      logRetentionDays: '365',
      egressAllow: 'api.acme.dk, login.acme.dk',
      account: '111122223333',
      maxRunCostDkk: '250.5',
    };
    expect(read(given)).toMatchObject({
      logRetentionDays: 365,
      egressAllow: ['api.acme.dk', 'login.acme.dk'],
      account: '111122223333',
      maxRunCostDkk: 250.5,
    });
  });

  it('refuse a region outside the two, unless that is said', () => {
    expect(() => read({ region: 'us-east-1' })).toThrow(/region: eu-central-1 or eu-north-1/u);
    expect(read({ region: 'eu-north-1' }).region).toBe('eu-north-1');
    expect(read({ region: 'eu-west-1', otherRegion: 'true' }).region).toBe('eu-west-1');
  });

  it('refuse more hosts than a function’s environment holds', () => {
    const hosts = Array.from({ length: 300 }, (_, at) => `api-${at}.acme.dk`);
    expect(() => read({ egressAllow: hosts.join(',') })).toThrow(/egressAllow: at most 3500 characters/u);
    expect(read({ egressAllow: hosts.slice(0, 200).join(',') }).egressAllow).toHaveLength(200);
  });

  it.each([
    [{ logRetentionDays: 42 }, 'logRetentionDays'],
    [{ account: '1234' }, 'account'],
    [{ egressAllow: 'https://acme.dk/screen' }, 'egressAllow'],
    [{ alarmEmail: 'nobody' }, 'alarmEmail'],
    [{ domain: 'maalestok.example.dk' }, 'certificateArn'],
    [{ monthlyBudgetUsd: 'much' }, 'monthlyBudgetUsd'],
    [{ maxRunCostDkk: 'much' }, 'maxRunCostDkk'],
    [{ maxRunCostDkk: -1 }, 'maxRunCostDkk'],
    [{ region: undefined }, 'region'],
  ])('name what is wrong with %j', (changes, name) => {
    expect(() => read(changes)).toThrow(name);
  });
});
