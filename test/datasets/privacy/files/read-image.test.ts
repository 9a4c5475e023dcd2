import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gateBytes, makePng } from '../../../support/gate-bytes.ts';
import { personalJpeg } from '../../../support/privacy-files.ts';

const cpr = 'CPR 010190-1234';
const picture = 'unreadable: a picture: what it shows cannot be read';

/** A JPEG of no picture, with segments of its own. */
function makeJpeg(
  segments: [mark: number, body: Uint8Array][],
  behind: Uint8Array = Buffer.alloc(0),
): Buffer {
  const framed = segments.map(([mark, body]) => {
    const head = Buffer.from([0xff, mark, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...framed, Buffer.from([0xff, 0xd9]), behind]);
}

const scan = (data: string): [number, Uint8Array] => [0xda, Buffer.from(data, 'latin1')];

describe('a JPEG', () => {
  it.each<[string, Buffer, string[]]>([
    ['comment', makeJpeg([[0xfe, Buffer.from(cpr)]]), ['cpr: comment']],
    [
      'comment',
      makeJpeg([
        [0xfe, Buffer.from('Skov')],
        [0xfe, Buffer.from(cpr)],
      ]),
      ['cpr: comment'],
    ],
    ['comment', makeJpeg([[0xfe, Buffer.from(cpr, 'utf16le')]]), ['cpr: comment']],
    [
      'comment behind the scan',
      makeJpeg([scan('abc\xff\0\xff\xd0de'), [0xfe, Buffer.from(cpr)]]),
      ['cpr: comment'],
    ],
    ['segment of a program', makeJpeg([[0xec, Buffer.from(`Ducky\0${cpr}`)]]), ['cpr: APP12']],
    ['segment APP13', makeJpeg([[0xed, Buffer.from(`Photoshop 3.0\0${cpr}`)]]), ['cpr: APP13']],
    [
      'end',
      makeJpeg([scan('abc')], Buffer.from(cpr)),
      ['cpr: behind its end', 'unreadable: bytes behind its end'],
    ],
  ])('is read: %s', async (_, bytes, found) => {
    expect(await gateBytes(bytes)).toEqual([...found, picture].sort());
  });

  it('of which nothing can be read is named alone', async () => {
    expect(await gateBytes(makeJpeg([scan('abc')], Buffer.alloc(4)))).toEqual([picture]);
  });

  it('cut off anywhere is named', async () => {
    const whole = Buffer.from(personalJpeg());
    for (let length = 4; length < whole.length; length += 1) {
      expect(await gateBytes(whole.subarray(0, length))).toContain(picture);
    }
  });
});

describe('a PNG', () => {
  const key = (text: string) => Buffer.from(`Comment\0${text}`, 'latin1');
  const packed = deflateSync(Buffer.from(cpr));
  it.each<[string, Uint8Array]>([
    ['tEXt', key(cpr)],
    ['zTXt', Buffer.concat([key('\0'), packed])],
    ['iTXt', key(`\0\0da\0Bem\0${cpr}`)],
    ['iTXt', Buffer.concat([key('\x01\0da\0Bem\0'), packed])],
    ['prVt', Buffer.from(cpr)],
  ])('is read: %s', async (name, body) => {
    const found = await gateBytes(makePng(9, 9, [[name, body]]));
    expect(found.filter((each) => each.startsWith('cpr')).length).toBe(1);
  });

  it('is read with two texts of one name', async () => {
    const png = makePng(9, 9, [
      ['tEXt', key(cpr)],
      ['tEXt', key('Skov')],
    ]);
    expect(await gateBytes(png)).toEqual(['cpr: tEXt', picture]);
  });

  it('is named where a text unpacks to too much, or not at all', async () => {
    const named = [
      'unreadable: a picture: what it shows cannot be read',
      'unreadable: zTXt: a text that cannot be unpacked',
    ];
    for (const body of [deflateSync(Buffer.alloc(20_000_000, 'x')), Buffer.from('not packed')]) {
      expect(await gateBytes(makePng(9, 9, [['zTXt', Buffer.concat([key('\0'), body])]]))).toEqual(named);
    }
  });

  it('is read and named behind its end', async () => {
    const png = Buffer.concat([makePng(9, 9), Buffer.from(cpr)]);
    expect(await gateBytes(png)).toEqual([
      'cpr: behind its end',
      picture,
      'unreadable: bytes behind its end',
    ]);
  });
});

it('a GIF is read: its comment', async () => {
  const head = 'GIF89a\x01\0\x01\0\0\0\0';
  const comment = `!\xfe${String.fromCharCode(cpr.length)}${cpr}\0;`;
  expect(await gateBytes(Buffer.from(head + comment, 'latin1'))).toEqual(['cpr: inside', picture]);
});
