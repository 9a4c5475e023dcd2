/** What a sheet may be without. */
export type Omission =
  /** Neither in the title block nor as a bar. */
  | 'scale'
  | 'dimensions'
  | 'boundaryDistances'
  | 'levels'
  | 'northArrow'
  /** The written list of distances; the dimensions on the plan stay. */
  | 'distanceList'
  | 'roomAreas'
  | 'heightPlane';

/**
 * What is written about a drawing, and what is left off it. A wrong value here, or an omission, is the caller's doing:
 * the drawing itself shows the world that it is given.
 */
export interface Sheet {
  project: string;
  address: string;
  /** Matrikelnummer and ejerlav: `7bx, Skovby By`. */
  cadastre: string;
  /** Instead of the drawing's own: `Situationsplan`. */
  subject?: string;
  /** Instead of that in which the sheet is drawn: `1:100`. */
  scale?: string;
  /** As written: `14.09.2024`. */
  date: string;
  revision?: string;
  drawingNo: string;
  phase: string;
  /** Initials. */
  drawnBy: string;
  /** Absent: the smallest on which a usual scale serves. */
  format?: 'A3' | 'A4';
  leaveOut?: readonly Omission[];
}
