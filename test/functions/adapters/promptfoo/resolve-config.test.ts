import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../datasets/errors.ts';
import { resolveConfig } from '../../../../functions/adapters/promptfoo/resolve-config.ts';
import { createSecrets } from '../../../../functions/adapters/secrets.ts';

const secrets = createSecrets({ TEST_KEY: 'sk-meget-hemmelig' });

describe('the config of a promptfoo provider', () => {
  it('has its references resolved, however deep, and all else as it was', async () => {
    const config = {
      apiKey: 'env:TEST_KEY',
      more: [{ token: 'env:TEST_KEY' }],
      max_tokens: 4000,
      plainKey: 'none',
    };
    expect(await resolveConfig(config, secrets)).toEqual({
      config: {
        apiKey: 'sk-meget-hemmelig',
        more: [{ token: 'sk-meget-hemmelig' }],
        max_tokens: 4000,
        plainKey: 'none',
      },
      secrets: ['sk-meget-hemmelig', 'sk-meget-hemmelig'],
    });
  });

  it.each([
    { apiKey: 'sk-meget-hemmelig' },
    { headers: { Authorization: 'Bearer sk-meget-hemmelig' } },
    { list: [{ client_secret: 'sk-meget-hemmelig' }] },
  ])('may hold no secret that is written out: %#', async (config) => {
    const refused = resolveConfig(config, secrets);
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.not.toThrow('sk-meget');
  });
});
