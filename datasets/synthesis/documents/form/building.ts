import type { Facts } from '../../facts.ts';
import type { Writer } from '../../phrases/writer.ts';
import { type Block, emptyUnlessDemolished } from './block.ts';

export function building(f: Facts, w: Writer): Block {
  return {
    heading: { bom: 'BBR-OPLYSNINGER', questions: 'Om bygningen', table: '3. BBR' },
    entries: [
      [
        'bbr',
        'BBR-bygningsnummer',
        'Hvilket bygningsnummer har huset i BBR?',
        'BBR-BYGNINGSNR.',
        f.bbr_bygningsnr,
      ],
      ['materials', 'Ydervæg', 'Hvad er ydervæggene af?', 'YDERVÆG', f.ydervaeg],
      ['materials', 'Tag', 'Hvad er taget af?', 'TAG', f.tag],
      [
        'heating',
        'Opvarmning',
        'Hvordan varmes der op?',
        'OPVARMNING',
        f.varmekilde ?? emptyUnlessDemolished(f),
      ],
      ['rain', 'Tagvand', 'Hvor ledes tagvandet hen?', 'TAGVAND', f.regnvand],
      [
        'demolition',
        'Byggeaffald',
        'Hvor meget affald bliver der?',
        'AFFALD',
        f.affald_ton === undefined ? undefined : `${w.n(f.affald_ton)} ton`,
      ],
      [
        'insurance',
        'Byggeskadeforsikring',
        'Hvad gælder om byggeskadeforsikring?',
        'BYGGESKADEFORSIKRING',
        f.byggeskadeforsikring,
      ],
    ],
  };
}
