// Slots that are filled when the call is made: {{first_name}}, ${amount}, [AMOUNT], 【姓名】, <bank name>, ____, %s, XXX, 某某.
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '【': '】', '<': '>', '〔': '〕', '［': '］' }
const longest = 48
const blank = /_{2,}|%[sd]|[xX]{2,}(?![A-Za-z])|[×Ｘ]{2,}|某某?/y

/** The end of the placeholder that starts at `at`, or -1 where none does. A slot never crosses a line or a sentence. */
export function placeholderEnd(text: string, at: number): number {
  const first = text[at]!
  const open = first === '$' && text[at + 1] === '{' ? at + 1 : at
  const close = Object.hasOwn(closers, text[open]!) ? closers[text[open]!] : undefined
  if (close !== undefined) return slotEnd(text, open, close)
  blank.lastIndex = at
  const match = blank.exec(text)
  return match ? at + match[0].length : -1
}

function slotEnd(text: string, open: number, close: string): number {
  let at = open
  while (text[at] === text[open] && at < open + 2) at++
  for (const limit = Math.min(text.length, at + longest); at < limit; at++) {
    const character = text[at]!
    if (character === close) return text[at + 1] === close && text[open + 1] === text[open] ? at + 2 : at + 1
    if (endsSentence.has(character) || (character === '.' && text[at + 1] === ' ')) return -1
  }
  return -1
}

const endsSentence = new Set([...'\n\r。！？!?"“”'])
