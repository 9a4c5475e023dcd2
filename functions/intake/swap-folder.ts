import { cp, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../adapters/make-folder.ts';

const asideOf = (out: string) => `${out}.before-intake`;
export const besideOf = (out: string) => `${out}.intake`;

/** A crash between two renames leaves the old folder aside: it takes its place again. */
export async function recoverFolder(out: string): Promise<void> {
  const there = await exists(out);
  if (await exists(asideOf(out))) {
    if (there) await rm(asideOf(out), { recursive: true });
    else await rename(asideOf(out), out);
  }
  await rm(besideOf(out), { recursive: true, force: true });
}

/** A copy beside the folder, to write into; files are linked, since nothing is written in place. */
export async function openBeside(out: string): Promise<string> {
  const beside = besideOf(out);
  await makeFolder(join(beside, 'files'));
  if (await exists(out)) await linkAll(out, beside);
  return beside;
}

/** The copy takes the folder's place. Where it cannot, the folder stays. */
export async function swapFolder(out: string): Promise<void> {
  const there = await exists(out);
  if (there) await rename(out, asideOf(out));
  try {
    await rename(besideOf(out), out);
  } catch (error) {
    if (there) await rename(asideOf(out), out);
    throw error;
  }
  if (there) await rm(asideOf(out), { recursive: true });
}

async function linkAll(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target).catch((error: unknown) => {
        // `files` is there already.
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      });
      await linkAll(source, target);
    } else {
      // Some disks know no links.
      await link(source, target).catch(() => cp(source, target));
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
