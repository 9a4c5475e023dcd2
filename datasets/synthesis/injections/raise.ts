import { round } from '../draw.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { newMain } from './move.ts';

/** Raises the ridge, and the eaves of a flat roof, to this height. */
export function raise(draft: Draft, metres: number): boolean {
  const house = newMain(draft);
  if (house === undefined) return false;
  if (house.roof.form !== 'saddeltag') house.eavesM = metres;
  else {
    const span = house.roof.ridge === 'x' ? house.footprint.depthM : house.footprint.widthM;
    const pitch = Math.round((Math.atan((metres - house.eavesM) / (span / 2)) * 180) / Math.PI);
    if (pitch > 55) {
      house.storeys = 2;
      house.eavesM = round(metres - Math.tan((house.roof.pitchDegrees * Math.PI) / 180) * (span / 2), 2);
      return false;
    }
    house.roof.pitchDegrees = pitch;
  }
  house.ridgeM = metres;
  return true;
}

/** Raises the eaves to this height, and the ridge with them. */
export function lift(building: Building, eavesM: number): void {
  const rise = round(building.ridgeM - building.eavesM, 2);
  building.eavesM = eavesM;
  building.ridgeM = round(eavesM + rise, 2);
}
