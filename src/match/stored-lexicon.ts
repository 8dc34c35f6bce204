import type { AutomatonTables } from './automaton.ts'
import type { CompiledLexicon } from './compile.ts'

/** A compiled lexicon as it lies on disk: what is text as JSON, what is numbers as they are. */
export interface StoredLexicon {
  readonly head: StoredHead
  readonly numbers: Int32Array
}

interface StoredHead extends Omit<CompiledLexicon, 'automaton' | 'words' | 'names'> {
  /** Joined by line breaks, which no word and no name holds: one string is read faster than many. */
  readonly words: string
  readonly names: string
  /** How many numbers each table takes, in the order of `tableNames`. */
  readonly sizes: readonly number[]
}

const tableNames = [
  'nodes',
  'ids',
  'targets',
  'fail',
  'outputLinks',
  'outputStarts',
  'outputs'
] as const satisfies readonly (keyof AutomatonTables)[]

export function storeLexicon({ automaton, words, names, ...rest }: CompiledLexicon): StoredLexicon {
  const tables = tableNames.map(name => automaton[name])
  const numbers = new Int32Array(tables.reduce((sum, table) => sum + table.length, 0))
  let at = 0
  for (const table of tables) {
    numbers.set(table, at)
    at += table.length
  }
  const head = { ...rest, words: words.join('\n'), names: names.join('\n'), sizes: tables.map(table => table.length) }
  return { head, numbers }
}

/** The way back; the tables are views into `numbers`, nothing is copied. */
export function restoreLexicon({ head, numbers }: StoredLexicon): CompiledLexicon {
  const { sizes, words, names, ...rest } = head
  let at = 0
  const tables = tableNames.map((name, index) => [name, numbers.subarray(at, (at += sizes[index]!))] as const)
  return {
    ...rest,
    words: words.split('\n'),
    names: names.split('\n'),
    automaton: Object.fromEntries(tables) as unknown as AutomatonTables
  }
}
