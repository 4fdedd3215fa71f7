/** What a guarantee has to say, and the words that say it. */
const asked: readonly { readonly what: string; readonly said: RegExp }[] = [
  { what: 'the act that calls for help', said: /\b(?:attack|aggression|invasion|assault)/i },
  {
    what: 'who decides that it has come',
    said: /\b(?:automatic|unanim|each (?:guarantor|state) decides|council decides|majority)/i,
  },
  {
    what: 'within what time they consult',
    said: /\bwithin \d+|\bwithin (?:hours|days|one|two|three)|\bimmediately\b/i,
  },
  {
    what: 'what is then done',
    said: /\b(?:troops|soldiers|air support|air cover|weapons|sanctions|armed force|military (?:help|assistance))/i,
  },
  {
    what: 'how far each may choose its help',
    said: /\b(?:as it deems|at its discretion|obliged to|any necessary|such action)/i,
  },
  { what: 'how it binds', said: /\b(?:legally binding|treaty|ratif|political commitment|executive agreement)/i },
  { what: 'where it holds', said: /\b(?:territory|line of contact|airspace|border|soil)/i },
  { what: 'what would end it', said: /\b(?:void|lapse|expire|unless)/i },
]

/** Of what a guarantee has to say, what none of some words say. */
export const unsaidOfGuarantee = (words: string): string[] =>
  asked.filter(({ said }) => !said.test(words)).map(({ what }) => what)
