import type { Listener } from '../../script/index.ts'
import type { Span } from '../../source/index.ts'
import type { Block } from '../blocks.ts'
import { listenerNamed } from '../listener.ts'
import type { Line } from '../rich-text.ts'
import { sliceLine } from '../rich-text.ts'
import { isJumpOnly } from './branch.ts'
import { findQuotes } from './quotes.ts'
import type { Place, Reading } from './reading.ts'
import type { Scope } from './scope.ts'
import { scopeOf } from './scope.ts'
import type { Unit } from './units.ts'
import { isCapitals, isWholly } from './units.ts'

const stepHead =
  /^(?:step|stage|phase)\s*\d+(?:\.\d+)?\s*(?:[:：.–—-]\s*|$)|^第[\d一二三四五六七八九十]+[步阶階][段]?\s*[:：.、]?\s*/iu
const hanNumber = /^(?:[一二三四五六七八九十壹貳叁參肆伍陸柒捌玖]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u

/** Reads a heading: it opens a step and governs what stands below it. */
export function readHeading(reading: Reading, heading: Extract<Block, { kind: 'heading' }>, place: Place): void {
  const lines = heading.lines.filter(line => !/^[=\-_*~#\s]+$/u.test(line.text.value))
  // A paragraph with a line of dashes below it is no heading, whatever Markdown says.
  if (lines.length > 1) reading.readBlocks([{ kind: 'paragraph', lines }], place)
  else if (lines[0]) openTitle(reading, lines[0], heading.depth, heading.span)
}

/** Opens the step of a title; `depth` 7 is for lines that stand as headings without being marked so. */
export function openTitle(reading: Reading, line: Line, depth: number, span: Span): void {
  const { title, id, listener } = titleOf(line.text.value)
  if (depth === 1) reading.builder.entitle(title)
  const isSituation = findQuotes(title).length > 0 || /^(?:if|when|once)\b|^(?:如果|若|当|當)/iu.test(title)
  const isFirst = reading.titles.length === 0 && depth === 1
  const own =
    isSituation || isFirst ? undefined : (intentScope(title) ?? scopeOf(line.text.value, 'heading', reading.cast))
  reading.titles = reading.titles.filter(above => above.depth < depth)
  const inherited = isSituation || depth === 7 ? undefined : reading.titles.at(-1)?.scope
  reading.titles.push({ depth, scope: own ?? inherited })
  if (title !== '' && reading.headings === 'steps')
    reading.builder.openStep({ title, titleSpan: span, ...(id ? { id } : {}), ...(listener ? { listener } : {}) })
}

/** `## intent:deny` of a training file stands over what customers say. */
function intentScope(title: string): Scope | undefined {
  return /^intent:/i.test(title) ? { role: 'customer', frame: 'plain', strong: true } : undefined
}

interface TitleParts {
  readonly title: string
  readonly id?: string
  readonly listener?: Listener
}

/** The title of a heading without its closing colon, the id that `{#id}` gives it, and who it says is on the line: `{#id listener=machine}`. */
function titleOf(text: string): TitleParts {
  const match = /\s*\{(?:#([\p{L}\p{N}_.-]{1,100}))?\s*(?:listener=([\p{L}-]{1,20}))?\s*\}\s*$/u.exec(text)
  const [mark, id, word] = match ?? []
  const listener = word === undefined ? undefined : listenerNamed(word)
  // Braces that say neither are words of the title, as in "Greet {name}".
  if (!match || (id === undefined && !listener)) return { title: bareOf(text) }
  return {
    title: bareOf(text.slice(0, text.length - mark!.length)),
    ...(id ? { id } : {}),
    ...(listener ? { listener } : {})
  }
}

function bareOf(title: string): string {
  return title.replace(/\s*[:：]\s*$/u, '').trim()
}

/** A line that stands as a heading: `Step 2: …`, `**VM-A**`, `ACTIVE ACCOUNTS`, `12. Referrals`, `一、开场白`. */
export function isTitle(reading: Reading, unit: Unit, place: Place, governs: boolean): boolean {
  const { value } = unit.line.text
  if (stepHead.test(value)) return value.length < 200
  if (unit.mark === 'good' || unit.mark === 'bad') return false
  if (unit.number !== undefined) return governs && !place.listed && isStepTitle(value)
  if (place.listed || unit.mark) return false
  if (hanNumber.test(value)) return isStepTitle(value)
  const stands = isCapitals(value) ? governs : isBoldTitle(unit.line)
  return stands && (scopeOf(value, 'lead-in', reading.cast)?.frame ?? 'plain') === 'plain'
}

function isBoldTitle(line: Line): boolean {
  const { value } = line.text
  return isWholly(line, 'strong') && !/[:：]\s*$/u.test(value) && isStepTitle(value) && findQuotes(value).length === 0
}

/** Short, no sentence, no quotation: what people write as a title. */
export function isStepTitle(text: string): boolean {
  const words = text.split(/\s+/).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 3
  if (words > 9 || text.length > 80 || isJumpOnly(text)) return false
  return !/[.!?。！？，；;,:：]\s*$/u.test(text) && !/["“”「」]|[。！？]/u.test(text)
}

/** The title of a step and the text that goes on behind it on the same line. */
export function splitStepTitle(line: Line): { title: Line; rest: Line } {
  const { value } = line.text
  const head = stepHead.exec(value)?.[0].length ?? 0
  const tail = value.slice(head)
  const cut = head === 0 || tail === '' || isStepTitle(tail) ? value.length : head
  return { title: sliceLine(line, 0, cut), rest: sliceLine(line, cut) }
}
