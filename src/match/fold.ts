import { hanFoldPairs } from './han-fold.ts'

let table: Uint16Array | undefined

/** Built on first use: a run that only prints help does not pay for it. */
function hanTable(): Uint16Array {
  if (table) return table
  table = new Uint16Array(0x10000)
  for (let at = 0; at < hanFoldPairs.length; at += 2)
    table[hanFoldPairs.charCodeAt(at)] = hanFoldPairs.charCodeAt(at + 1)
  return table
}

/** The simplified form of a Han character, as a code unit; any other code unit is returned as it is. */
export function foldHan(code: number): number {
  return hanTable()[code] || code
}

/** The key of a Latin word or a number: compatibility forms (full width, ligatures), case and accents folded. */
export function foldWord(word: string): string {
  let plain = true
  let lower = true
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code > 127) plain = false
    else if (code >= 65 && code <= 90) lower = false
  }
  if (plain) return lower ? word : word.toLowerCase()
  return word.normalize('NFKD').replace(combiningMarks, '').toLowerCase()
}

const combiningMarks = /\p{M}+/gu

export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007
  )
}
