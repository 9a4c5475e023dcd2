import { z } from 'zod';

/** Regions in the EU that Målestok is laid out for. */
export const usualRegions = ['eu-central-1', 'eu-north-1'] as const;

/** What `-c key=value` gives is text. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const days = z.coerce.number().int().min(1).max(3650);
const optionalText = (pattern: RegExp, expected: string) =>
  z
    .union([z.literal(''), z.string().regex(pattern, expected)])
    .transform((text) => (text === '' ? undefined : text));

/** The days for which CloudWatch can keep a log. */
export const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u;

/** What else stands in the environment of a function that has them is under 500 bytes. */
const longestEgressAllow = 3500;

/** The context of `cdk.json`, as `-c name=value` may change it. docs/aws.md says what each is for. */
export const SettingsSchema = z
  .object({
    account: optionalText(/^\d{12}$/u, 'twelve digits, or nothing'),
    region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u, 'a region of AWS, like eu-central-1'),
    otherRegion: flag,
    domain: optionalText(host, 'a domain name, or nothing'),
    certificateArn: optionalText(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/u,
      'the ARN of a certificate in us-east-1, where CloudFront looks for it, or nothing',
    ),
    logRetentionDays: z.coerce.number().refine((value) => logRetentions.some((each) => each === value), {
      error: `one of ${logRetentions.join(', ')}`,
    }),
    uploadRetentionDays: days,
    versionRetentionDays: days,
    egressAllow: z
      .string()
      .transform((text) => text.split(',').map((each) => each.trim()))
      .transform((hosts) => hosts.filter((each) => each !== ''))
      .refine((hosts) => hosts.every((each) => host.test(each)), { error: 'hosts, with commas between' })
      .refine((hosts) => hosts.join(',').length <= longestEgressAllow, {
        error: `at most ${longestEgressAllow} characters of hosts, since Lambda takes 4 KB of a function’s environment`,
      }),
    maxRunCostDkk: z.union([
      z.literal('').transform(() => undefined),
      z.coerce.number().min(0).max(999_999_999),
    ]),
    monthlyBudgetUsd: z.coerce.number().min(1).max(1_000_000),
    alarmEmail: z.union([z.literal('').transform(() => undefined), z.email()]),
    signedBy: z.string().min(1).max(200),
  })
  .refine(({ region, otherRegion }) => otherRegion || usualRegions.some((each) => each === region), {
    path: ['region'],
    error: `${usualRegions.join(' or ')}; any other only with -c otherRegion=true`,
  })
  .refine(({ domain, certificateArn }) => (domain === undefined) === (certificateArn === undefined), {
    path: ['domain'],
    error: 'domain and certificateArn together, or neither',
  });
export type Settings = z.infer<typeof SettingsSchema>;

/**
 * Settings from the app's context.
 * @throws {Error} naming each that is wrong
 */
export function readSettings(contextOf: (name: string) => unknown): Settings {
  const names = Object.keys(SettingsSchema.shape);
  const given = Object.fromEntries(names.map((name) => [name, contextOf(name)]));
  const { data, error } = SettingsSchema.safeParse(given);
  if (data !== undefined) return data;
  const faults = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Cannot read the settings in cdk.json or given by -c:\n${faults.join('\n')}`);
}
