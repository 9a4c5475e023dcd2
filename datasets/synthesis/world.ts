/**
 * The place that an application is about: a plot and its buildings, in metres. The x axis runs east along the plot, the
 * y axis north; the origin is the plot's south-west corner. All documents of a case, form, texts and drawings alike,
 * are told from one world; a document that is wrong is told from a changed copy of it.
 */
export interface World {
  plot: Plot;
  /** Existing and new ones. */
  buildings: Building[];
  /** Raised open-air areas, pools and the like. */
  raised: RaisedArea[];
  /** Car parking spaces as drawn, and how many of them are accessible ones. */
  parking: { spaces: number; accessible: number };
  /** Natural terrain at the plot's corners (south-west, south-east, north-east, north-west), in metres DVR90. */
  terrainM: [number, number, number, number];
  /** Direction of true north, clockwise from the y axis, in degrees: between -45 and 45. */
  northDegrees: number;
}

export type Side = 'south' | 'east' | 'north' | 'west';

/** What lies on the other side of a boundary. */
export type Beyond = 'neighbour' | 'path' | 'road';

/** A rectangle: registered area = width × depth. */
export interface Plot {
  widthM: number;
  depthM: number;
  beyond: Record<Side, Beyond>;
  /** Of the road and the path: from the boundary to the mid-line. */
  toMidlineM: { road: number; path: number };
  /** The local plan's building area, where there is one. */
  buildingArea?: Rectangle;
}

export interface Rectangle {
  xM: number;
  yM: number;
  /** Along x. */
  widthM: number;
  /** Along y. */
  depthM: number;
}

export type RoofForm = 'saddeltag' | 'ensidigt' | 'fladt';

export interface Building {
  id: string;
  /** As it stands on drawings: `Hus`, `Tilbygning`, `Carport`. */
  name: string;
  state: 'existing' | 'new' | 'demolished';
  use: 'primary' | 'extension' | 'outbuilding';
  /** Outer walls. */
  footprint: Rectangle;
  storeys: number;
  roof: {
    form: RoofForm;
    pitchDegrees: number;
    /** Runs along x or y. */
    ridge: 'x' | 'y';
    overhangM: number;
    material: string;
  };
  /** Over natural terrain. */
  eavesM: number;
  ridgeM: number;
  /** Finished ground floor, in metres DVR90. */
  floorLevelM: number;
  wallMaterial: string;
  /** Windows and doors, by facade; in metres along the wall from its left end as seen from outside. */
  openings: Opening[];
  /** Of the ground floor and, where there are, the storeys above; empty for outbuildings. */
  rooms: Room[];
}

export interface Opening {
  side: Side;
  storey: number;
  kind: 'window' | 'door';
  atM: number;
  widthM: number;
  heightM: number;
  /** From the floor to the lower edge. */
  sillM: number;
}

export interface Room {
  name: string;
  storey: number;
  /** Within the building's footprint, from its south-west corner. */
  place: Rectangle;
  /** As written in the room; absent where no area is written. */
  areaM2?: number;
}

export interface RaisedArea {
  name: string;
  place: Rectangle;
  /** Over natural terrain. */
  heightM: number;
  guardrailM?: number;
}
