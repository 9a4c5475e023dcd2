// Started where a file may hold 64 KiB: what of a store's and an archive's writing comes to its end all the same?
import { createFileStore } from '../../functions/adapters/file-store.ts';
import { writeZip } from '../../functions/cli/dataset/write-zip.ts';

process.on('SIGXFSZ', () => undefined);
const folder = process.argv[2];
const noise = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at * 2654435761) >>> 13);

async function* parts() {
  yield 'x'.repeat(noise.length);
}

const attempts = {
  parts: () => createFileStore(folder).write('parts', parts()),
  whole: () => createFileStore(folder).write('whole', noise),
  archive: () => writeZip(`${folder}/archive.zip`, [{ name: 'a', bytes: async () => noise }]),
};
for (const [name, attempt] of Object.entries(attempts)) {
  const said = await attempt().then(
    () => 'written',
    (error) => error.code,
  );
  console.log(`${name}: ${said}`);
}
