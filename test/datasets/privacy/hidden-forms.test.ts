import { describe, expect, it } from 'vitest';
import { detect } from '../../../datasets/privacy/detect.ts';
import { findInFileName } from '../../../datasets/privacy/find-in-file-name.ts';
import { gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import { normaliseText } from '../../../datasets/privacy/normalise-text.ts';

/** Kind and text of everything that is found. */
function found(text: string): string[] {
  return detect(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

// Made numbers and names, nobody's.
describe('a number or a name in another form', () => {
  it.each([
    ...[
      '0101\u200b90-1234',
      '0101\u00ad90-1234',
      '010190\u20111234',
      '010190\u20101234',
      '010190\u22121234',
      '\uff10\uff11\uff10\uff11\uff19\uff10-\uff11\uff12\uff13\uff14',
      '01 01 90-1234',
      '01.01.90-1234',
      '010190/1234',
      '010190.1234',
      '01011990-1234',
      '010190-\n    1234',
      '010190\r\n    -1234',
      '010190-\r\n\t1234',
    ].flatMap((value): [string, string][] => [
      [`CPR ${value}`, `cpr ${value}`],
      [`Nummeret ${value}, i brevet`, `cpr ${value}`],
    ]),
    ['CPR 010190\n      1234', 'cpr 010190\n      1234'],
    ['CPR010190-1234', 'cpr 010190-1234'],
    ['CPR-010190-1234', 'cpr 010190-1234'],
    ['nr.010190-1234', 'cpr 010190-1234'],
    ['cpr/010190-1234', 'cpr 010190-1234'],
    ['010190-1234-1', 'cpr 010190-1234'],
    ['cpr nr: 101901234', 'cpr 101901234'],
    ...['\t', '\r\n', '\u2009', '\u202f', '\u00a0'].map((gap) => [
      `Her bor Mette${gap}Hansen i dag`,
      `name Mette${gap}Hansen`,
    ]),
    ['Her bor Met\u00adte Hansen', 'name Met\u00adte Hansen'],
    ['Her bor Mette Han\u200bsen', 'name Mette Han\u200bsen'],
    ...['\u00a0', '\t', '\n', '\r\n', '\n  '].map((gap) => [
      `Huset på Rugvej${gap}12 er gult`,
      `address Rugvej${gap}12`,
    ]),
    ...['20–12–34–56', '20/12/34/56', '20\u201112\u201134\u201156', '20  12  34  56'].flatMap((value) => [
      [`Tlf. ${value}`, `phone ${value}`],
      [`Det er ${value} om dagen`, `phone ${value}`],
    ]),
    ['Skriv til mette\u200b@skovby.dk', 'email mette\u200b@skovby.dk'],
    ['Ansoeger: Xulmo Vraberg', 'name Xulmo Vraberg'],
    ['Her bor Mette Jen\u00ad\n  sen i dag', 'name Mette Jen\u00ad\n  sen'],
    ['Her bor Mette Han-\nsen i dag', 'name Mette Han-\nsen'],
    ['tlf.:20123456', 'phone 20123456'],
    ['Mob:20 12 34 56', 'phone 20 12 34 56'],
    ['tlf20123456', 'phone 20123456'],
  ])('is found in %j', (text, expected) => {
    expect(found(text!)).toEqual([expected]);
  });

  it.each([
    'Vi ses 01.01.90',
    'Sum 101901234 kr',
    'A140244-6123',
    'Etager\n2',
    'Kote 12.345-1234',
    'Perioden 2012–2016',
    'Målestok 1:20123456',
    'skov-\nog eng, grå\u00ad\nsten',
  ])('is not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is found in a file name whose letters stand apart from their accents', () => {
    const name = 'Åse Sørensen.pdf'.normalize('NFD');
    expect(findInFileName(name).map(({ start, end }) => name.slice(start, end))).toEqual([name.slice(0, -4)]);
  });
});

describe('a JSON record', () => {
  const pii = 'Mette Hansen, CPR 010190-1234';
  const kinds = (value: unknown, file = 'cases.jsonl') =>
    gateJsonLine(JSON.stringify(value), { file, line: 1 }).map(({ finding }) => finding.kind);

  it.each([
    [{ bfe_nr: 5123456 }, ['bfe']],
    [{ ejendomsnr: 123456 }, ['ejendomsnummer']],
    [{ kontonr: 12340001234567 }, ['account']],
    [{ cpr_nr: '101901234' }, ['cpr']],
    [{ cpr_nr: 101901234 }, ['cpr']],
    [{ fields: { schema: pii } }, ['name', 'cpr']],
    [{ files: [{ mediaType: pii }] }, ['name', 'cpr']],
    [{ sha256: pii }, ['name', 'cpr']],
    [{ privacy: pii }, ['name', 'cpr']],
    [{ ansoeger: 'Xulmo Vraberg' }, ['name']],
    [{ ansøger: 'Xulmo Vraberg' }, ['name']],
    [{ ansøgerNavn: 'Xulmo Vraberg' }, ['name']],
    [{ ejer_navn: 'Skov' }, ['name']],
    [{ kontoNr: 12340001234567 }, ['account']],
    [{ cprNr: '101901234' }, ['cpr']],
    [{ caseId: '24-0001' }, ['sagsnummer']],
    [{ twinOf: 'EMN-2024-00123' }, ['sagsnummer']],
    [{ caseId: 'bs-0039119c', documentId: '24-0001' }, []],
    [{ facadeFarve: 'Skov' }, []],
    [{ schema: 'maalestok.case.v1', sha256: 'a1'.repeat(32), mediaType: 'image/png', number: 5123456 }, []],
  ])('%j', (value, expected) => {
    expect(kinds(value)).toEqual(expected);
  });

  it("leaves out the sign-offs of a data set's card, and of nothing else", () => {
    expect(kinds({ privacy: { note: pii } }, 'sager/card.json')).toEqual([]);
    expect(kinds({ privacy: { note: pii } }, 'sager/my-card.json')).toEqual(['name', 'cpr']);
    expect(kinds({ fields: { privacy: pii } }, 'sager/card.json')).toEqual(['name', 'cpr']);
  });

  it('is read as it is written: the first of two fields of a name too, at its place', () => {
    const raw = '{"a":[{"note":"Her bor Mette Hansen","note":"ingen"}],"n":5123456,"bfe":5123456,"bfe":1}';
    const all = gateJsonLine(raw, { file: 'f.jsonl', line: 3 });
    expect(all.map(({ finding: { kind, field, line, column } }) => ({ kind, field, line, column }))).toEqual([
      { kind: 'name', field: 'a[0].note', line: 3, column: raw.indexOf('Mette') + 1 },
      { kind: 'bfe', field: 'bfe', line: 3, column: raw.indexOf('5123456,"bfe":1') + 1 },
    ]);
  });

  it('hides nothing in a first block of sign-offs', () => {
    const raw = `{"privacy":{"note":"${pii}"},"privacy":{"note":"${pii}"}}`;
    const fields = gateJsonLine(raw, { file: 'sager/card.json', line: 1 }).map(({ finding }) => finding.kind);
    expect(fields).toEqual(['name', 'cpr']);
  });

  it('masks a name as if nothing hidden stood in it, at its place in the line', () => {
    const value = { note: 'Se Met\u00adte\tHansen' };
    const raw = JSON.stringify(value);
    const [only] = gateJsonLine(raw, { file: 'f', line: 1 });
    expect(only!.finding).toMatchObject({ excerpt: 'M•••• H•••••', column: raw.indexOf('Met') + 1 });
  });
});

describe('one form of a text', () => {
  it('leaves measures, and leads back to the places in the original', () => {
    const original = '12 m², 3½\u00ad kg\r\nA\u030ase\uff11';
    const { text, place } = normaliseText(original);
    expect(text).toBe('12 m², 3½ kg\nÅse1');
    const { start, end } = place(text.indexOf('Å'), text.length);
    expect(original.slice(start, end)).toBe('A\u030ase\uff11');
  });

  it.each([
    'a\u0301\u0323',
    '\u0301\u0323',
    '\u200b',
    '01 ',
    '01.01.90-',
    '010190 \n ',
    '20  12/',
    'Rugvej\n            ',
    ' \n',
    'cpr-',
    '12 ',
  ])('takes a long text of %j', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(detect(text).every(({ end }) => end <= text.length)).toBe(true);
  });
});
