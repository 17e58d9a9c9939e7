/** Browser and system by what a browser says of itself, as a person would name them; empty where it says nothing known. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

export function deviceOf(agent: string): { browser: string; system: string } {
  const first = (known: typeof BROWSERS) => known.find(([mark]) => mark.test(agent))?.[1] ?? ''
  return { browser: first(BROWSERS), system: first(SYSTEMS) }
}
