import type { Line } from '../rich-text.ts'
import { joinLines, sliceLine } from '../rich-text.ts'
import type { Cast } from './cast.ts'
import { speakerOf } from './cast.ts'
import { endsInQuote } from './quotes.ts'
import { splitLabel } from './speaker.ts'
import { isStageDirection } from './stage-direction.ts'
import { conditionOpener, jumpVerb } from './vocabulary.ts'

/** One or more lines that belong together: a label with its continuation, a sentence wrapped by the editor. */
export interface Unit {
  readonly line: Line
  /** Stands at the beginning of a paragraph. */
  readonly opens: boolean
  /** What marks it in the margin: `good` ✓, `bad` ✗, a bullet, a number such as `3.` or `a)`. */
  readonly mark?: 'good' | 'bad' | 'bullet'
  readonly number?: number
}

const bullet =
  /^(?:([✓✔✅☑👍])|([✗✘❌🚫⛔✖❎👎])|[•◦▪‣·●○■□►▶➤]|[–—-](?=\s)|[a-zA-Z][)）]|[(（]?(\d{1,2})[)）]|[①-⑳]|(\d{1,2})[、.](?!\d))\uFE0F?\s*/u

/** Takes a bullet or a number off the front of a line. */
export function takeMark(line: Line): { line: Line; mark?: 'good' | 'bad' | 'bullet'; number?: number } {
  const match = bullet.exec(line.text.value)
  if (!match || match[0].length === line.text.value.length) return { line }
  const number = match[3] ?? match[4]
  const rest = sliceLine(line, match[0].length)
  return {
    line: rest,
    mark: match[1] ? 'good' : match[2] ? 'bad' : 'bullet',
    ...(number ? { number: Number(number) } : {})
  }
}

/** Groups the lines of a paragraph. */
export function unitsOf(lines: readonly Line[], cast: Cast): Unit[] {
  const units: Unit[] = []
  let group: Line[] = []
  let open = ''
  const flush = () => {
    open = ''
    if (group.length === 0) return
    const { line, mark, number } = takeMark(joinLines(group))
    const opens = units.length === 0
    for (const [at, part] of splitTurns(line, cast).entries()) {
      const first = at === 0
      units.push({
        line: part,
        opens: opens && first,
        ...(mark && first ? { mark } : {}),
        ...(number !== undefined && first ? { number } : {})
      })
    }
    group = []
  }
  for (const line of lines) {
    if (/^[=\-_*~+#\s]+$/u.test(line.text.value)) {
      flush()
      continue
    }
    if (group.length > 0 && startsUnit(group, open !== '', line, cast)) flush()
    group.push(line)
    open = openQuote(open, line.text.value)
  }
  flush()
  return units
}

/** No quotation of a script is longer; after that it counts as one that was never closed. */
const longestQuote = 3000

/** The text from the mark on that is still open after a line; empty where none is. */
function openQuote(before: string, value: string): string {
  if (!/["“”„「」『』'‘’]/u.test(value))
    return before === '' || before.length > longestQuote ? '' : `${before} ${value}`
  const text = before === '' ? value : `${before} ${value}`
  return text.length <= longestQuote && endsInQuote(text) ? text : ''
}

/** Whether a line begins something of its own, or only goes on with the lines before it. */
function startsUnit(group: readonly Line[], isOpen: boolean, line: Line, cast: Cast): boolean {
  const { value } = line.text
  const before = group.at(-1)!.text.value
  const label = splitLabel(line, cast)
  if (label?.speaker || /^(?:#|→|->|=>|←|↓)/u.test(value)) return true
  const isSingle = isOpen && /^[^"“”「]*'/.test(group[0]!.text.value)
  if (isOpen && /^(?:If|IF|If:)\s*(?:["“]|YES|NO\b)/u.test(value)) return true
  if (isOpen && !(isSingle && /^['"“]/.test(value))) return false
  if (bullet.test(value) || /^["“”「『‘']/u.test(value) || /^(?:else[- ]?if|then|else|elseif)\b/i.test(value))
    return true
  if (/[:：]$/u.test(before) || /[:：]$/u.test(value) || isWholly(line, 'strong') || isWholly(group.at(-1)!, 'strong'))
    return true
  if (line.marks.some(mark => mark.kind === 'strong' && mark.start === 0) && (label || /[.!?。！？]$/u.test(before)))
    return true
  if (
    isStageDirection(value) ||
    isStageDirection(before) ||
    line.marks.some(mark => mark.start === 0 && mark.end === value.length)
  )
    return true
  if (/^\p{Lu}/u.test(value) && conditionOpener.test(value) && !/^(?:Where|Should)/.test(value)) return true
  if (/^\p{Script=Han}/u.test(value) && (conditionOpener.test(value) || /[。！？；”」]$/u.test(before))) return true
  const isTurn = splitLabel(group[0]!, cast)?.speaker !== undefined
  if (
    !isTurn &&
    before.length < 45 &&
    /^\p{Lu}/u.test(value) &&
    !/[,;\p{Pd}]$|\b(?:a|an|the|of|to|and|or|in|for|with|your|our|mr|mrs|ms|dr)\.?$/iu.test(before)
  )
    return true
  if (label && /^\p{Lu}/u.test(value) && !/[,\p{Ll}]$/u.test(before)) return true
  if (jumpVerb.test(value.slice(0, 24)) && /^[#\p{Lu}]/u.test(value)) return true
  return isCapitals(value) || isCapitals(before) || /^["“'].*["”'][.。]?$/u.test(before)
}

/** Splits `**Agent:** … **Customer:** …` on one line into two turns. */
function splitTurns(line: Line, cast: Cast): Line[] {
  if (!splitLabel(line, cast)?.speaker) return [line]
  const cuts = line.marks
    .filter(({ kind, start, end }) => {
      if (kind !== 'strong' || start === 0) return false
      const name = line.text.value.slice(start, end)
      const colon = /[:：]$/u.test(name) || /^[:：]/u.test(line.text.value.slice(end))
      return colon && speakerOf(name.replace(/[:：]$/u, ''), cast) !== undefined
    })
    .map(mark => mark.start)
    .sort((a, b) => a - b)
  const edges = [0, ...cuts, line.text.value.length]
  return edges.slice(0, -1).map((start, at) => sliceLine(line, start, edges[at + 1]))
}

/** True where one kind of markup covers the whole line, but for punctuation. */
export function isWholly(line: Line, kind: 'strong' | 'emphasis'): boolean {
  const { value } = line.text
  const first = /[^\s\p{P}\p{S}]/u.exec(value)?.index ?? value.length
  const last = value.length - (/[\s\p{P}]*$/u.exec(value.slice(-40))?.[0].length ?? 0)
  return line.marks.some(mark => mark.kind === kind && mark.start <= first && mark.end >= last)
}

/** `ACTIVE ACCOUNTS`, `OPENING:`, `[VERIFY_IDENTITY]`; not a seam such as `OR`. */
export function isCapitals(value: string): boolean {
  if (!/^\[?[A-Z][A-Z0-9 _&/'’+().,-]{2,50}\]?\s*:?$/.test(value) || !/[A-Z]{3}/.test(value)) return false
  if (/^(?:AND|NOT|PAUSE|WAIT|HOLD|STOP|THEN|ELSE|YES|NOTE|END)\b/.test(value)) return false
  return (
    value.split(/\s+/).length <= 6 && !/\[.*(?:NAME|DATE|AMOUNT|NUMBER|ADDRESS|PHONE|BALANCE|LETTERHEAD)/.test(value)
  )
}
