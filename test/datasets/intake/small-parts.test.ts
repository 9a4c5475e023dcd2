import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../datasets/card.ts';
import { assignSplits } from '../../../datasets/intake/assign-splits.ts';
import { checkPath } from '../../../datasets/intake/check-path.ts';
import { defuseRaw, undoDefuse } from '../../../datasets/intake/defuse-raw.ts';
import { EncodingDetector } from '../../../datasets/intake/detect-encoding.ts';
import { compileFilePattern } from '../../../datasets/intake/file-pattern.ts';
import { formulaStart } from '../../../datasets/tables/formula-start.ts';

describe('defuseRaw', () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\- \t\d,.]{0,6}$/u));

  it('is undone, whatever the text', () => {
    fc.assert(fc.property(texts, (text) => undoDefuse(defuseRaw(text)) === text));
  });

  it('leaves nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = defuseRaw(text);
        return !formulaStart.test(cell) || /^[-+]?[\d.,]*$/u.test(cell);
      }),
    );
  });
});

describe('EncodingDetector', () => {
  const detect = (chunks: readonly Uint8Array[]) => {
    const detector = new EncodingDetector('a.csv');
    for (const chunk of chunks) detector.add(chunk);
    return detector.finish();
  };
  const cut = (bytes: Uint8Array, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

  it('tells UTF-8 from Windows-1252, wherever the chunks are cut', () => {
    const danish = fc.stringMatching(/^[a-zæøåÆØÅé ;\r\n]{0,20}[æøåÆØÅé][a-z;\r\n]{1,20}$/u);
    fc.assert(
      fc.property(danish, fc.nat(40), fc.boolean(), (text, at, mark) => {
        expect(detect(cut(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`), at))).toBe('utf-8');
        expect(detect(cut(Buffer.from(text, 'latin1'), at))).toBe('windows-1252');
      }),
    );
  });

  it('agrees with a strict decoder on what is UTF-8', () => {
    const bytes = fc
      .uint8Array({ min: 1, max: 255, minLength: 1, maxLength: 6 })
      .filter(([a, b]) => !(a! >= 0xfe && b! >= 0xfe));
    fc.assert(
      fc.property(bytes, (sample) => {
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(sample);
        } catch {
          valid = false;
        }
        let found: string;
        try {
          found = detect([sample]);
        } catch {
          found = 'both';
        }
        expect(found === 'utf-8').toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes Å before a curly quotation mark for what it is beside other letters', () => {
    const text = Uint8Array.from([...Buffer.from('skår PÅ', 'latin1'), 0x94]);
    expect(detect([text])).toBe('windows-1252');
  });

  it('knows UTF-16 by its mark', () => {
    expect(detect([Buffer.from('\uFEFFa', 'utf16le')])).toBe('utf-16le');
    expect(detect([Buffer.from('\uFEFFa', 'utf16le').swap16()])).toBe('utf-16be');
  });
});

describe('checkPath', () => {
  it('never lets a path out of its folder', () => {
    const odd = fc
      .array(fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', 'nul', ' ', '\0', 'æ.pdf'), { maxLength: 8 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(odd, (text) => {
        const checked = checkPath(text);
        if (!checked.ok) return;
        expect(checked.value).toMatch(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\0]+$/u);
      }),
    );
  });

  it.each([
    ['bilag\\plan.pdf', 'bilag/plan.pdf'],
    ['./bilag//plan.pdf', 'bilag/plan.pdf'],
    ['Ansøgning 24-1.pdf', 'Ansøgning 24-1.pdf'],
  ])('%s is %s', (text, value) => {
    expect(checkPath(text)).toEqual({ ok: true, value });
  });
});

describe('compileFilePattern', () => {
  it('reads names out of a path', () => {
    const { match } = compileFilePattern('{Sagsnr}_{document}.pdf', 'm.yaml');
    expect(match('24-1_Situationsplan_ny.PDF')).toEqual({
      values: new Map([['Sagsnr', '24-1']]),
      document: 'Situationsplan_ny',
    });
    expect(match('a/24-1_x.pdf')).toBeNull();
    expect(match('24-1.pdf')).toBeNull();
  });
});

describe('assignSplits', () => {
  const families = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/u), fc.integer({ min: 1, max: 5 }), {
    minKeys: 1,
    maxKeys: 40,
  });

  it('deals the same whatever the order, and comes as near to the shares as whole families allow', () => {
    fc.assert(
      fc.property(families, fc.string(), fc.integer({ min: 0, max: 10 }), (sizes, seed, tenths) => {
        const shares = { practice: tenths / 10, test: 1 - tenths / 10 };
        const input = { seed, shares, present: {} };
        const entries = Object.entries(sizes);
        const dealt = assignSplits({ ...input, families: new Map(entries) });
        const other = assignSplits({ ...input, families: new Map(entries.reverse()) });
        expect([...other].sort()).toEqual([...dealt].sort());
        const total = entries.reduce((sum, [, size]) => sum + size, 0);
        for (const name of splitNames) {
          const count = entries.reduce(
            (sum, [family, size]) => sum + (dealt.get(family) === name ? size : 0),
            0,
          );
          expect(Math.abs(count - (shares[name as 'practice'] ?? 0) * total)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
