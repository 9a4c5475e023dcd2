import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../../datasets/errors.ts';
import { createLocalSigner } from '../../../../functions/adapters/signing/create-local-signer.ts';
import { openSigningKey } from '../../../../functions/adapters/signing/open-signing-key.ts';
import { signingKeyPlace } from '../../../../functions/adapters/signing/signing-key-place.ts';
import { describeSigner } from '../../../contract/signer.ts';
import { runCli } from '../../../support/run-cli.ts';
import { temporaryFolder } from '../../../support/small-dataset.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary[Symbol.asyncDispose]());

const openLocal = (name: string) => async () =>
  createLocalSigner((await openSigningKey(join(temporary.folder, name))).key);

describeSigner('local', openLocal('own.pem'), openLocal('other.pem'));

const module = resolve(import.meta.dirname, '../../../../functions/adapters/signing/open-signing-key.ts');

/** A process that opens the key and prints its public half. */
async function openElsewhere(file: string): Promise<string> {
  const code = `const { openSigningKey } = await import(${JSON.stringify(module)});
    const { createPublicKey } = await import('node:crypto');
    const { key } = await openSigningKey(${JSON.stringify(file)});
    console.log(createPublicKey(key).export({ format: 'jwk' }).x);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  await new Promise((done) => child.once('close', done));
  return stdout.trim();
}

describe('openSigningKey', () => {
  it('makes a key on first use, for its owner alone, and opens the same again', async () => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'new', 'folder', 'key.pem');
    const first = await openSigningKey(file);
    const again = await openSigningKey(file);
    expect([first.made, again.made]).toEqual([true, false]);
    expect(again.key.equals(first.key)).toBe(true);
    expect(await readdir(join(file, '..'))).toEqual(['key.pem']);
    if (process.platform === 'win32') return;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
  });

  it('ends with one key where several processes make it at once', { timeout: 120_000 }, async () => {
    await using place = await temporaryFolder();
    for (const round of ['a', 'b']) {
      const file = join(place.folder, round, 'key.pem');
      const keys = await Promise.all(Array.from({ length: 5 }, () => openElsewhere(file)));
      expect(keys[0]).toMatch(/^[\w-]{43}$/u);
      expect(new Set(keys).size).toBe(1);
      expect(await readdir(join(place.folder, round))).toEqual(['key.pem']);
    }
  });

  it('ends with one key where one process makes it many times at once', async () => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'key.pem');
    const opened = await Promise.all(Array.from({ length: 20 }, () => openSigningKey(file)));
    expect(opened.filter(({ made }) => made)).toHaveLength(1);
    expect(opened.every(({ key }) => key.equals(opened[0]!.key))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a key that others may read, and mends nothing itself',
    async () => {
      await using place = await temporaryFolder();
      const file = join(place.folder, 'key.pem');
      await openSigningKey(file);
      for (const mode of [0o640, 0o604, 0o660, 0o644]) {
        await chmod(file, mode);
        await expect(openSigningKey(file)).rejects.toThrow(
          `${file}: a signing key that others may read (mode ${mode.toString(8)}), expected mode 600\n  Run chmod 600`,
        );
      }
      await chmod(file, 0o400);
      expect((await openSigningKey(file)).made).toBe(false);
    },
  );

  const pem = (kind: 'ed25519' | 'x25519', cipher?: object) =>
    generateKeyPairSync(kind as 'ed25519')
      .privateKey.export({ format: 'pem', type: 'pkcs8', ...cipher })
      .toString();
  const publicPem = () =>
    generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();

  it.each<[string, string, string]>([
    ['cut short', pem('ed25519').slice(0, 60), 'no signing key'],
    ['empty', '', 'an empty file'],
    ['of another kind', pem('x25519'), 'a key of the kind x25519'],
    ['with a password', pem('ed25519', { cipher: 'aes-256-cbc', passphrase: 'x' }), 'no signing key'],
    ['public', publicPem(), 'no signing key'],
    ['too large', pem('ed25519') + 'x'.repeat(20_000), 'no signing key'],
  ])('refuses what is no such key: %s, shows nothing of it and leaves it alone', async (_, text, is) => {
    await using place = await temporaryFolder();
    const file = join(place.folder, 'key.pem');
    await writeFile(file, text, { mode: 0o600 });
    const error = await openSigningKey(file).catch((cause: Error) => cause);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).toContain(
      `${file}: ${is}, expected a private Ed25519 key (PEM, PKCS #8, without a password)\n  Restore it`,
    );
    for (const line of text.split('\n').filter((each) => each.length > 20))
      expect((error as Error).message).not.toContain(line);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('refuses a folder, and a place where nothing can be made, and leaves nothing there', async () => {
    await using place = await temporaryFolder();
    await expect(openSigningKey(place.folder)).rejects.toThrow(`${place.folder}: no file, expected`);
    await writeFile(join(place.folder, 'file'), '');
    await expect(openSigningKey(join(place.folder, 'file', 'key.pem'))).rejects.toThrow(
      /ENOTDIR.*MAALESTOK_SIGNING_KEY|a signing key that cannot be read \(ENOTDIR\)/su,
    );
    expect(await readdir(place.folder)).toEqual(['file']);
  });

  it('refuses a place where the system makes no folder, and does not go round for ever', async (context) => {
    if (!existsSync('/proc/self')) return context.skip('no /proc on this system');
    await expect(openSigningKey('/proc/nowhere/key.pem')).rejects.toThrow(
      /a place where no signing key can be made.*MAALESTOK_SIGNING_KEY/su,
    );
    // In a program of their own: what goes round for ever can only be killed.
    for (const args of [
      ['run', '--suite', 'evals/suites/documents.yaml', '--limit', '1', '--cache', '/proc/nowhere/c'],
      ['pseudonymise', 'datasets/byggesag-da', '--key', '/proc/nowhere/k', '--out', '/proc/nowhere/o'],
      ['dataset', 'pack', 'datasets/byggesag-da-bilag', '--out', '/proc/nowhere/p.zip'],
    ]) {
      const done = await runCli(args, { killAfterMs: 120_000 });
      expect([args[0], done.code, done.stderr]).toEqual([
        args[0],
        2,
        expect.stringContaining('/proc/nowhere'),
      ]);
    }
  });

  it('lies in no repository, wherever a link leads', async () => {
    await using place = await temporaryFolder();
    const repository = join(place.folder, 'repository');
    await mkdir(join(repository, '.git'), { recursive: true });
    await mkdir(join(repository, 'deep'));
    const refused = /a signing key in the repository .*MAALESTOK_SIGNING_KEY/su;
    await expect(openSigningKey(join(repository, 'deep', 'er', 'key.pem'))).rejects.toThrow(refused);
    await symlink(join(repository, 'deep'), join(place.folder, 'link'));
    await expect(openSigningKey(join(place.folder, 'link', 'key.pem'))).rejects.toThrow(refused);
    expect(await readdir(join(repository, 'deep'))).toEqual([]);
    // A worktree's .git is a file.
    await rm(join(repository, '.git'), { recursive: true });
    await writeFile(join(repository, '.git'), 'gitdir: elsewhere\n');
    await expect(openSigningKey(join(repository, 'key.pem'))).rejects.toThrow(refused);
  });
});

describe('signingKeyPlace', () => {
  const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = '/home/x') =>
    signingKeyPlace({ platform, env, home: () => home });

  it('is where the system keeps what belongs to a user and a program', () => {
    const name = 'maalestok/signing-key.pem';
    expect(at('linux', {})).toBe(`/home/x/.config/${name}`);
    expect(at('linux', { XDG_CONFIG_HOME: '/etc/x' })).toBe(`/etc/x/${name}`);
    expect(at('linux', { XDG_CONFIG_HOME: 'relative' })).toBe(`/home/x/.config/${name}`);
    expect(at('darwin', { XDG_CONFIG_HOME: '/etc/x' })).toBe(`/home/x/Library/Application Support/${name}`);
    const windows = 'C:\\Users\\x\\AppData\\Roaming\\maalestok\\signing-key.pem';
    expect(at('win32', { APPDATA: 'C:\\Users\\x\\AppData\\Roaming' }, 'C:\\Users\\x')).toBe(windows);
    expect(at('win32', {}, 'C:\\Users\\x')).toBe(windows);
  });

  it('is what the environment names before that', () => {
    expect(at('linux', { MAALESTOK_SIGNING_KEY: '/run/secrets/key' })).toBe('/run/secrets/key');
    expect(at('linux', { MAALESTOK_SIGNING_KEY: 'key' })).toBe(resolve('key'));
    expect(at('linux', { MAALESTOK_SIGNING_KEY: '' })).toBe('/home/x/.config/maalestok/signing-key.pem');
  });

  it('is told to be missing where there is no home', () => {
    const missing = /no home of the user.*MAALESTOK_SIGNING_KEY/su;
    expect(() => at('linux', {}, '')).toThrow(missing);
    const none = () => {
      throw new Error('ENOENT: no such user');
    };
    expect(() => signingKeyPlace({ platform: 'linux', env: {}, home: none })).toThrow(missing);
  });
});
