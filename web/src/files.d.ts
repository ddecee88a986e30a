declare module "*.css";
declare module "world-atlas/countries-50m.json" {
  const topology: import("topojson-specification").Topology;
  export default topology;
}
declare module "i18n-iso-countries/codes.json" {
  /** Alpha-2, alpha-3, numeric, ISO 3166-2. */
  const codes: readonly (readonly [string, string, string, string])[];
  export default codes;
}
