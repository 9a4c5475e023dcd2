import type { Omission, Sheet } from '../drawings/sheet.ts';
import type { Scenario } from './scenario.ts';

/** The title block of a scenario's drawing. */
export function sheetOf(
  { choice, work, address, cadastreNo, otherCadastreNo, district, date }: Scenario,
  { leaveOut = [], otherProperty = false }: { leaveOut?: readonly Omission[]; otherProperty?: boolean } = {},
): Sheet {
  const [year, month, day] = date.split('-') as [string, string, string];
  return {
    project: work,
    address,
    cadastre: `${otherProperty ? otherCadastreNo : cadastreNo}, ${district}`,
    date: choice.of('sheet date', [
      `${day}.${month}.${year}`,
      `${day}-${month}-${year}`,
      `${day}.${month}.${year.slice(2)}`,
    ]),
    revision: choice.of('revision', ['-', 'A', 'B', '0']),
    drawingNo: choice.of('drawing no', ['01', '02', 'A-101', '1.02', 'K03']),
    phase: choice.of('phase', ['Myndighedsprojekt', 'Ansøgning', 'Myndighedsbehandling']),
    drawnBy: choice.of('initials', ['MKL', 'TBR', 'JHV', 'aso', 'LPE']),
    leaveOut,
  };
}
