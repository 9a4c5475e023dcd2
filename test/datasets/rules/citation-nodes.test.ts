import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { formatCitationId, parseCitationId } from '../../../datasets/rules/citation-id.ts';
import { citationNodes, isTooBroad } from '../../../datasets/rules/citation-nodes.ts';
import { resolveCitation } from '../../../datasets/rules/resolve-citation.ts';
import { anyCitation, knownCitation } from './any-citation.ts';

describe('a citation and its ancestors', () => {
  test.each([
    ['br18/49/2/3/a', 'br18/49/2/3/a br18/49/2/3 br18/49/2 br18/49'],
    ['br18/148//5', 'br18/148//5 br18/148'],
    ['byggeloven/6/1//a', 'byggeloven/6/1//a byggeloven/6/1 byggeloven/6'],
    ['br18/16', 'br18/16'],
    ['lokalplan:1.23/6.1.3', 'lokalplan:1.23/6.1.3 lokalplan:1.23/6.1 lokalplan:1.23/6'],
    ['br15/2.2/1', 'br15/2.2/1 br15/2.2 br15/2'],
    ['br18/kap5', 'br18/kap5'],
    ['br18', 'br18'],
  ])('%s', (id, nodes) => {
    expect(citationNodes(parseCitationId(id)!)).toEqual(nodes.split(' '));
  });

  test('the first node is the citation, none is the law, each is once', () => {
    fc.assert(
      fc.property(knownCitation, (c) => {
        const nodes = citationNodes(c);
        expect(nodes[0]).toBe(formatCitationId(c));
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(nodes).not.toContain(c.law);
      }),
    );
  });

  test("an ancestor's ancestors are among the node's", () => {
    fc.assert(
      fc.property(knownCitation, (c) => {
        const nodes = new Set(citationNodes(c));
        for (const node of nodes)
          for (const above of citationNodes(parseCitationId(node)!)) expect(nodes).toContain(above);
      }),
    );
  });

  test('too broad is what names no §', () => {
    fc.assert(
      fc.property(anyCitation, (c) => {
        expect(isTooBroad(c)).toBe(c.paragraph === undefined);
      }),
    );
  });
});

describe('the common form of a provision', () => {
  const catalogue = builtInCatalogue();
  const resolve = (id: string) => formatCitationId(resolveCitation(parseCitationId(id)!, catalogue));

  test.each([
    ['br18/177/1/1', 'br18/177//1', 'one stk. only: stk. 1 is left out'],
    ['br18/177//1', 'br18/177//1', 'and absent it stays so'],
    ['br18/177/1', 'br18/177', 'likewise without a number'],
    ['br18/177/2', 'br18/177/2', 'a stk. that is not there stays'],
    ['br18/82//2', 'br18/82/2/2', 'the only stk. with items'],
    ['br18/82/1/2', 'br18/82/1/2', 'a wrong stk. is not mended'],
    ['br18/10//1', 'br18/10//1', 'several stk. with items'],
    ['br18/501/1/1', 'br18/501//1', 'items of the one stk. known'],
    ['br18/501/1', 'br18/501/1', 'but a stk. 2 may exist'],
    ['byggeloven/6///a', 'byggeloven/6/1//a', 'the only stk. with letters'],
    ['br18/812/1', 'br18/812/1', 'unknown §'],
    ['lejeloven/5/1', 'lejeloven/5/1', 'unknown law'],
    ['?/5/1', '?/5/1', 'no law'],
    ['br18/kap5', 'br18/kap5', 'a chapter'],
    ['lokalplan:1.23/6/1', 'lokalplan:1.23/6/1', 'a local plan'],
  ])('%s → %s: %s', (id, resolved) => expect(resolve(id)).toBe(resolved));

  test('is its own common form', () => {
    fc.assert(
      fc.property(knownCitation, (c) => {
        const once = resolveCitation(c, catalogue);
        expect(resolveCitation(once, catalogue)).toEqual(once);
      }),
    );
  });
});
