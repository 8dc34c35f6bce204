import type { AutomatonTables } from './automaton.ts'
import type { CompiledLexicon } from './compile.ts'
import type { PatternCode } from './pattern-code.ts'

/** A compiled lexicon as it lies on disk: what is text as JSON, what is numbers as they are. */
export interface StoredLexicon {
  readonly head: StoredHead
  readonly numbers: Int32Array
}

interface StoredHead extends Omit<CompiledLexicon, 'automaton' | 'patterns' | 'words' | 'names'> {
  /** Joined by line breaks, which no word and no name holds: one string is read faster than many. */
  readonly words: string
  readonly names: string
  /** How many numbers each table takes: those of the automaton, then those of the patterns. */
  readonly sizes: readonly number[]
}

const automatonTables = [
  'roots',
  'nodes',
  'ids',
  'targets',
  'fail',
  'outputLinks',
  'outputStarts',
  'outputs'
] as const satisfies readonly (keyof AutomatonTables)[]
const patternTables = [
  'starts',
  'code',
  'anchorStarts',
  'anchored',
  'needStarts',
  'needs'
] as const satisfies readonly (keyof PatternCode)[]

export function storeLexicon({ automaton, patterns, words, names, ...rest }: CompiledLexicon): StoredLexicon {
  const tables = [...automatonTables.map(name => automaton[name]), ...patternTables.map(name => patterns[name])]
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
  const tables = sizes.map(size => numbers.subarray(at, (at += size)))
  const named = <Name extends string>(tableNames: readonly Name[], from: number) =>
    Object.fromEntries(tableNames.map((name, index) => [name, tables[from + index]!])) as Record<Name, Int32Array>
  return {
    ...rest,
    words: words.split('\n'),
    names: names.split('\n'),
    automaton: named(automatonTables, 0),
    patterns: named(patternTables, automatonTables.length)
  }
}
