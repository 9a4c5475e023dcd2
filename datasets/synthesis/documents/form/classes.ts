import type { Facts } from '../../facts.ts';
import type { Block } from './block.ts';

export function classes(f: Facts, ownDeclaration: boolean): Block {
  const chapters = f.erklaering_tekniske_kapitler;
  return {
    heading: { bom: 'TEKNISKE FORHOLD', questions: 'Tekniske forhold', table: '6. TEKNISKE FORHOLD' },
    entries: [
      ['fire', 'Brandklasse', 'Hvilken brandklasse?', 'BRANDKLASSE', f.brandklasse],
      [
        'structure',
        'Konstruktionsklasse',
        'Hvilken konstruktionsklasse?',
        'KONSTRUKTIONSKLASSE',
        f.konstruktionsklasse,
      ],
      ['fire', 'Brandrådgiver', 'Hvem er brandrådgiver?', 'BRANDRÅDGIVER', f.brandraadgiver],
      ['structure', 'Statiker', 'Hvem er statiker?', 'STATIKER', f.statiker],
      [
        'declaration',
        'Erklæring om tekniske forhold, kapitler',
        'Hvilke tekniske kapitler i BR18 gælder?',
        'ERKLÆRING, KAPITLER',
        ownDeclaration || chapters === undefined ? undefined : chapters.join(', '),
      ],
    ],
  };
}
