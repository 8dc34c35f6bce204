// Words that are written together and meant apart. Each part is a token of its own, so that "don't"
// and "do not" are one thing to every pattern; the spans of the parts lie inside the written word.

/** Whole words, as folded and with a straight apostrophe or none. */
const whole = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  "won't": ['will', 'not'],
  wont: ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  aint: ['is', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  arent: ['are', 'not'],
  wasnt: ['was', 'not'],
  havent: ['have', 'not'],
  hasnt: ['has', 'not'],
  wouldnt: ['would', 'not'],
  shouldnt: ['should', 'not'],
  couldnt: ['could', 'not'],
  im: ['i', 'am'],
  youre: ['you', 'are'],
  youll: ['you', 'will'],
  youve: ['you', 'have'],
  theyre: ['they', 'are'],
  theyll: ['they', 'will'],
  weve: ['we', 'have'],
  ive: ['i', 'have'],
  "let's": ['let', 'us'],
  "y'all": ['you', 'all'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  gotta: ['got', 'to'],
  lemme: ['let', 'me'],
  gimme: ['give', 'me'],
  u: ['you'],
  ur: ['your'],
  pls: ['please'],
  plz: ['please'],
  thru: ['through'],
  tmrw: ['tomorrow'],
  tmr: ['tomorrow'],
  ppl: ['people']
}

/** By the word as it is written, folded. */
export const contractions: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(whole))

/** Endings after an apostrophe; 's is a verb only after these words, elsewhere it marks a possessor. */
const endings: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are', m: 'am', d: 'would' }
const verbBeforeS = new Set(['he', 'she', 'it', 'that', 'what', 'there', 'here', 'who', 'where', 'how', 'when'])

/** One part of a contraction: its key and its place in the written word. */
export interface WordPart {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** The parts of a folded word with an apostrophe or of a contraction written without; `undefined` for one plain word. */
export function contractionParts(key: string, length: number): readonly WordPart[] | undefined {
  const known = contractions.get(key)
  if (known) return spread(known, length)
  const apostrophe = key.lastIndexOf("'")
  if (apostrophe <= 0) return undefined
  const stem = key.slice(0, apostrophe)
  const ending = key.slice(apostrophe + 1)
  const cut = Math.max(1, Math.min(apostrophe, length - 1))
  if (ending === 't' && stem.endsWith('n') && stem.length > 1) {
    return [part(stem.slice(0, -1), 0, Math.max(1, cut - 1)), part('not', Math.max(1, cut - 1), length)]
  }
  const word =
    ending === 's'
      ? verbBeforeS.has(stem)
        ? 'is'
        : undefined
      : Object.hasOwn(endings, ending)
        ? endings[ending]
        : undefined
  if (word) return [part(stem, 0, cut), part(word, cut, length)]
  return [part(ending === 's' || ending === '' ? stem : key, 0, length)]
}

function spread(keys: readonly string[], length: number): WordPart[] {
  const size = Math.max(1, Math.floor(length / keys.length))
  return keys.map((key, at) =>
    part(key, Math.min(at * size, length - 1), at === keys.length - 1 ? length : Math.min((at + 1) * size, length))
  )
}

function part(key: string, start: number, end: number): WordPart {
  return { key, start, end }
}
