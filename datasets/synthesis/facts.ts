import type { Side } from './world.ts';

/**
 * What an application says, as one flat record. A name that the taxonomy has is a field of the case too; the rest stands
 * in texts only. `undefined`: nothing is said. Every document is told from a copy, in which a few values may differ.
 */
export interface Facts {
  sagsnr?: string | undefined;
  bom_nr?: string | undefined;
  ansoeger_rolle?: string | undefined;
  antal_ejere?: number | undefined;
  ejer_signatur?: boolean | undefined;
  byggearbejde?: string | undefined;
  adresse?: string | undefined;
  matrikelnr?: string | undefined;
  ejerlav?: string | undefined;
  grundareal_m2?: number | undefined;
  vejareal_m2?: number | undefined;
  parcelhusomraade?: boolean | undefined;
  lokalplan_nr?: string | undefined;
  linjer?: string[] | undefined;
  dispensationer_givet?: string[] | undefined;
  forureningskortlaegning?: string | undefined;
  fredet?: boolean | undefined;
  bevaringsvaerdig_udpeget?: boolean | undefined;
  save_vaerdi?: number | undefined;
  bygningstype?: string | undefined;
  primaer_type?: string | undefined;
  anvendelse_eks?: string | undefined;
  anvendelse_ny?: string | undefined;
  antal_boliger?: number | undefined;
  antal_boliger_foer?: number | undefined;
  etageareal_primaer_m2?: number | undefined;
  eksisterende_m2?: number | undefined;
  tilbygning_m2?: number | undefined;
  tagetage_m2?: number | undefined;
  kaelder_m2?: number | undefined;
  sekundaert_areal_m2?: number | undefined;
  eksisterende_sekundaer_m2?: number | undefined;
  bebyggelsesprocent_oplyst_pct?: number | undefined;
  etager?: number | undefined;
  max_hoejde_m?: number | undefined;
  afstand_nabo_m?: number | undefined;
  afstand_sti_m?: number | undefined;
  afstand_vej_m?: number | undefined;
  tagudhaeng_m?: number | undefined;
  terraenfald_m?: number | undefined;
  tagdaekning?: string | undefined;
  taghaeldning_grader?: number | undefined;
  brandklasse?: string | undefined;
  risikoklasse?: string | undefined;
  anvendelseskategori?: string | undefined;
  personantal?: number | undefined;
  brandbelastning_mj_m2?: number | undefined;
  rum_max_m2?: number | undefined;
  etageareal_brandafsnit_m2?: number | undefined;
  stablingshoejde_m?: number | undefined;
  sprinkler?: boolean | undefined;
  brandventilation?: boolean | undefined;
  aba?: boolean | undefined;
  konstruktionsklasse?: string | undefined;
  konsekvensklasse?: string | undefined;
  baerende_aendring?: boolean | undefined;
  spaendvidde_m?: number | undefined;
  statiker?: string | undefined;
  brandraadgiver?: string | undefined;
  varmekilde?: string | undefined;
  gasnet_omraade?: boolean | undefined;
  regnvand?: string | undefined;
  byggeskadeforsikring?: string | undefined;
  erklaering_tekniske_kapitler?: string[] | undefined;
  soegte_dispensationer?: string[] | undefined;
  arbejdet_paabegyndt?: boolean | undefined;
  parkeringspladser?: number | undefined;
  cykelpladser?: number | undefined;
  opholdsareal_m2?: number | undefined;
  elevator?: boolean | undefined;
  antal_ansatte?: number | undefined;
  grundflade_m2?: number | undefined;
  opfoert_aar?: number | undefined;
  bbr_bygningsnr?: string | undefined;
  affald_ton?: number | undefined;
  antal_altaner?: number | undefined;
  dybde_m?: number | undefined;
  bredde_m?: number | undefined;
  laengde_m?: number | undefined;
  hoejde_over_terraen_m?: number | undefined;
  vaern_hoejde_m?: number | undefined;
  tag_hoejde_m?: number | undefined;
  ydervaeg_langside_min_m?: number | undefined;
  landbrugspligt?: boolean | undefined;
  erhvervsmaessigt_noedvendigt?: boolean | undefined;
  gulvkote_m?: number | undefined;
  terraenkote_m?: number | undefined;
  loftshoejde_m?: number | undefined;
  konstruktion_type?: string | undefined;
  areal_m2?: number | undefined;
  opstilling_fra?: string | undefined;
  opstilling_til?: string | undefined;
  certifikat?: string | undefined;
  overnatning?: boolean | undefined;

  // In texts only.
  ansoeger?: string | undefined;
  ejere?: string[] | undefined;
  /** Who signed the power of attorney, for what, and for which property. */
  fuldmagtFra?: string[] | undefined;
  fuldmagtTil?: string | undefined;
  fuldmagtArbejde?: string | undefined;
  ydervaeg?: string | undefined;
  tag?: string | undefined;
  /** The new building, the extension or the outbuilding that is applied for, as on drawings. */
  bygningsnavn?: string | undefined;
  /** Carport, garage, shed, terrace: area by name. */
  sekundaere?: { navn: string; m2: number; ny: boolean }[] | undefined;
  fradragTekst?: string | undefined;
  brandbegrundelse?: boolean | undefined;
  /** What is said of the fire service's access. */
  indsats?: boolean | undefined;
  konstruktionsbegrundelse?: boolean | undefined;
  gangafstand_m?: number | undefined;
  roegalarm?: boolean | undefined;
  redning?: { rum: string; breddeM: number; hoejdeM: number; brystningM: number } | undefined;
  niveaufri?: boolean | undefined;
  /** Steps at the outer door, where there is no step-free access. */
  trin?: number | undefined;
  koter?: boolean | undefined;
  terraenreguleres?: boolean | undefined;
  pKrav?: { perUnit: number; unit: string; needed: number } | undefined;
  legeareal_m2?: number | undefined;
  brandtype?: string | undefined;
  gulvUnderTerraen?: boolean | undefined;
  rumNavn?: string | undefined;
  naboorientering?: string | undefined;
  nedsivning?: boolean | undefined;
  slangevinder?: boolean | undefined;
  /** `§ 6.1 Bebyggelsesprocenten …`, one a rule. */
  lokalplanTekst?: string[] | undefined;
  kontakt?: string | undefined;
  /** As written on the situation plan beside the road building line. */
  vejmidte_m?: number | undefined;
  foerstMod?: Side | undefined;
  hoejder?: { navn: string; tagfodM: number; kipM: number }[] | undefined;
  bilag?: string[] | undefined;
}
