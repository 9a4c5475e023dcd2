import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gateFile } from '../../../../datasets/privacy/files/gate-file.ts';

const person = 'Mette Hansen, CPR 140244-6123';
const xml = `<a>${person}</a>`;
const docx = zipSync({ 'word/document.xml': strToU8(xml) });

async function kindsOf(bytes: Uint8Array): Promise<string[]> {
  const found = await gateFile(bytes, 'a.zip');
  return [...new Set(found.map(({ finding }) => finding.kind))].sort();
}

describe('an entry of a ZIP', () => {
  it.each<[string, Uint8Array]>([
    ['word/embeddings/a.docx', docx],
    ['word/afchunk.html', strToU8(`<html><body>${person}</body></html>`)],
    ['word/media/image1.svg', strToU8(`<svg><text>${person}</text></svg>`)],
    [
      'word/settings.xml',
      strToU8(`<w:settings xmlns:w="w"><w:docVar w:name="a" w:val="${person}"/></w:settings>`),
    ],
    ['word/styles.xml', strToU8(xml)],
    ['styles.xml', strToU8(xml)],
    ['brev.html', strToU8(person)],
    ['BREV.TXT', strToU8(person)],
    ['brev.md', strToU8(person)],
    ['a.zip', zipSync({ 'b.zip': zipSync({ 'c.txt': strToU8(person) }) })],
    [`${person}.txt`, strToU8('Skov og eng.')],
  ])('is read: %s', async (name, content) => {
    expect(await kindsOf(zipSync({ [name]: content }))).toEqual(['cpr', 'name']);
  });

  it.each<[string, Uint8Array]>([
    ['brev.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['film.mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
    ['foto.webp', Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')],
    ['brev.rtf', strToU8('{\\rtf1 Skov}')],
    ['brev.mht', strToU8('MIME-Version: 1.0\n\nSkov=20og eng.')],
    ['brev.txt', strToU8(Buffer.from(person.repeat(20)).toString('base64'))],
    ['latin.xml', Buffer.from('<a>\xf8</a>', 'latin1')],
    ['deep.zip', zipSync({ a: zipSync({ b: zipSync({ c: strToU8('Skov') }) }) })],
    ['large.txt', new Uint8Array(33 * 2 ** 20)],
  ])('is named as unreadable: %s', async (name, content) => {
    expect(await kindsOf(zipSync({ [name]: content }))).toEqual(['unreadable']);
  });

  it('and the comment are read; bytes outside all entries are named', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8('Skov og eng.') }));
    expect(await kindsOf(zip)).toEqual([]);
    const comment = Buffer.from(person);
    const ended = Buffer.from(zip);
    ended.writeUInt16LE(comment.length, ended.length - 2);
    expect(await kindsOf(Buffer.concat([ended, comment]))).toEqual(['cpr', 'name']);
    const directory = zip.readUInt32LE(zip.length - 6);
    const moved = Buffer.concat([zip.subarray(0, directory), comment, zip.subarray(directory)]);
    moved.writeUInt32LE(directory + comment.length, moved.length - 6);
    expect(await kindsOf(moved)).toEqual(['unreadable']);
  });
});
