import { createHash } from 'node:crypto';
import type { Made } from './made.ts';
import { drawingTypes, isDrawingType } from './sheets.ts';

/** The documents of a case, each in its parts: drawings bound into one where they are to be, the rest a document each. */
export function bindDocuments(made: readonly Made[], seed: string, bundle: boolean): Made[][] {
  return bind(order(made, seed), bundle);
}

/** Form and description first, the rest in an order that says nothing. */
function order(made: readonly Made[], seed: string): Made[] {
  const key = ({ planned, revision = '' }: Made) =>
    planned === 'ansoegning'
      ? '0'
      : planned === 'beskrivelse'
        ? '1'
        : `2${createHash('sha256').update(`${seed} ${planned}`).digest('hex').slice(0, 8)}${revision}`;
  return [...made].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function bind(made: readonly Made[], bundle: boolean): Made[][] {
  const isDrawing = ({ planned }: Made) => isDrawingType(planned);
  const sheets = drawingTypes.flatMap((type) => made.filter(({ planned }) => planned === type));
  const alone = (documents: readonly Made[]) => documents.map((each) => [each]);
  if (!bundle || sheets.length < 2) return alone(made);
  const at = made.findIndex(isDrawing);
  return [...alone(made.slice(0, at)), sheets, ...alone(made.slice(at).filter((each) => !isDrawing(each)))];
}
