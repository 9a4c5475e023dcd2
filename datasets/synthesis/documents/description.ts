import type { Facts } from '../facts.ts';
import { sayAreas, sayRatio } from '../phrases/areas.ts';
import { sayFire, sayRescue, sayResponse, sayStructure } from '../phrases/classes.ts';
import { fillerParagraph } from '../phrases/filler.ts';
import { sayMaterials, sayRain } from '../phrases/materials-and-rain.ts';
import { sayAccess, sayOther, sayParking } from '../phrases/parking-and-access.ts';
import { sayDistance, sayHeight, sayTerrain } from '../phrases/placing.ts';
import { sayDemolition, sayTemporary, sayUse } from '../phrases/use.ts';
import type { Writer } from '../phrases/writer.ts';
import type { Topic, Voice } from '../project.ts';
import type { Line } from './line.ts';
import { paginate } from './line.ts';

type Section = [topic: Topic, heading: string, sentences: string[]];

/** The description of the project in the applicant's voice; the longer ones hold chapters on how the work is done. */
export function writeDescription(
  f: Facts,
  w: Writer,
  voice: Voice,
  pages: number,
  silent: ReadonlySet<Topic>,
): Line[][] {
  const formal = voice !== 'private';
  const sections: Section[] = [
    ['use', 'Projektet', sayUse(f, w.fork('use'), formal)],
    ['areas', 'Arealer', sayAreas(f, w.fork('areas'), formal)],
    ['ratio', 'Bebyggelsesprocent', sayRatio(f, w.fork('ratio'), formal)],
    ['distance', 'Placering', sayDistance(f, w.fork('distance'), formal)],
    ['height', 'Højder', sayHeight(f, w.fork('height'), formal)],
    ['terrain', 'Terræn', sayTerrain(f, w.fork('terrain'), formal)],
    ['materials', 'Materialer', sayMaterials(f, w.fork('materials'), formal)],
    ['rain', 'Regnvand', sayRain(f, w.fork('rain'), formal)],
    ['parking', 'Parkering og udearealer', sayParking(f, w.fork('parking'), formal)],
    ['access', 'Adgang', sayAccess(f, w.fork('access'), formal)],
    ['guardrail', 'Øvrigt', sayOther(f, w.fork('guardrail'))],
    ['temporary', 'Opstilling', sayTemporary(f, w.fork('temporary'))],
    ['demolition', 'Nedrivning', sayDemolition(f, w.fork('demolition'))],
    ['fire', 'Brand', sayFire(f, w.fork('fire'))],
    ['rescue', 'Redning', sayRescue(f, w.fork('rescue'))],
    ['response', 'Indsats', sayResponse(f, w.fork('response'))],
    ['structure', 'Konstruktioner', sayStructure(f, w.fork('structure'))],
  ];
  const said = sections.filter(([topic, , sentences]) => !silent.has(topic) && sentences.length > 0);
  const lines: Line[] = [{ topic: 'other', text: open(f, w, voice) }];
  said.forEach(([topic, heading, sentences], at) => {
    if (formal)
      lines.push({
        topic: 'other',
        text: `\n${voice === 'builder' ? `• ${heading}` : `${at + 1} ${heading}`}`,
      });
    for (const text of sentences) lines.push({ topic, text });
  });
  for (let at = 1, length = size(lines); length < (pages - 1) * 1500; at += 1) {
    const text = fillerParagraph(f, w, said.length + at);
    lines.push({ topic: 'other', text: `\n${text}` });
    length += text.length;
  }
  lines.push({ topic: 'other', text: close(f, w, voice) });
  return paginate(lines);
}

function size(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function open(f: Facts, w: Writer, voice: Voice): string {
  switch (voice) {
    case 'private':
      return w.one('Til byggesag', 'Hej', 'Følgebrev til vores ansøgning', 'Til kommunen');
    case 'builder':
      return `${f.ansoeger}\n${w.one('BYGGEBESKRIVELSE', 'PROJEKTBLAD TIL MYNDIGHED', 'BESKRIVELSE TIL BYGGESAG')}`;
    case 'architect':
      return `${f.ansoeger}\n${w.one('Projektbeskrivelse', 'Arkitektbeskrivelse', 'Redegørelse for projektet')}`;
    default:
      return `${f.ansoeger}\n${w.one('Notat til byggesag', 'Redegørelse', 'Projektnotat')}`;
  }
}

function close(f: Facts, w: Writer, voice: Voice): string {
  if (voice === 'private')
    return w.one('\nVenlig hilsen\nEjer 1', '\nMvh ejeren', '\nHåber I vender tilbage. Hilsen ejeren');
  return w.one(
    `\nVedlagt: tegninger og bilag ifølge bilagsliste.\n${f.ansoeger}`,
    `\nMed venlig hilsen\n${f.ansoeger}`,
    `\n${f.ansoeger}, på ejers vegne`,
  );
}
