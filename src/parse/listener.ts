import { type Listener, listeners } from '../script/index.ts'

/** What scripts write beside the names that we use ourselves. */
const otherNames: Readonly<Record<string, Listener>> = {
  customer: 'debtor',
  unverified: 'debtor',
  'third-party': 'third-person',
  voicemail: 'machine',
  'no-one': 'nobody',
  已核实: 'verified',
  已核實: 'verified',
  已確認: 'verified',
  本人: 'debtor',
  第三人: 'third-person',
  第三方: 'third-person',
  非本人: 'third-person',
  家属: 'third-person',
  家屬: 'third-person',
  语音信箱: 'machine',
  語音信箱: 'machine',
  留言: 'machine',
  无人接听: 'nobody',
  無人接聽: 'nobody'
}

/** Who is on the line, by a word of the native format; undefined for any other word. */
export function listenerNamed(word: string): Listener | undefined {
  const folded = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  const known = listeners.find(name => name === folded)
  return known ?? (Object.hasOwn(otherNames, folded) ? otherNames[folded] : undefined)
}
