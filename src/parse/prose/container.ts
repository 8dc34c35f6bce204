import { toSource } from '../../source/index.ts'
import type { Block, ListEntry } from '../blocks.ts'
import { parseBlocks } from '../blocks.ts'
import type { Line } from '../rich-text.ts'
import { joinLines } from '../rich-text.ts'
import { fenceKind, isLetter } from './fence.ts'
import { readFlowchart } from './flowchart.ts'
import { readLabelled, readPlainLine } from './line.ts'
import type { Place, Reading } from './reading.ts'
import { forbiddenMark, said } from './reading.ts'
import { scopeOf } from './scope.ts'
import { readSpeech } from './speech.ts'
import { isStageDirection } from './stage-direction.ts'
import { columnsOf } from './table.ts'
import { isStepTitle, openTitle } from './title.ts'
import { takeMark } from './units.ts'

type Container = Exclude<Block, { kind: 'heading' | 'paragraph' | 'rule' }>

/** Reads a block that holds others, or text of its own shape. */
export function readContainer(reading: Reading, block: Container, place: Place): void {
  if (block.kind === 'list') readList(reading, block.items, place)
  else if (block.kind === 'quote') reading.readBlocks(block.blocks, { ...place, quoted: true })
  else if (block.kind === 'table') readTable(reading, block, place)
  else readFence(reading, block, place)
}

function readList(reading: Reading, items: readonly ListEntry[], place: Place): void {
  const quotedKin = items.some(item => startsQuoted(item.blocks[0]))
  for (const { number, blocks } of items) {
    const [first, ...rest] = blocks
    if (!first) continue
    if (isReplyName(reading, first)) {
      reading.readBlocks(rest, place)
      continue
    }
    if (number !== undefined && first.kind === 'paragraph' && isNumberedStep(first.lines, rest.length, items.length)) {
      const [title, ...lines] = first.lines
      openTitle(reading, title!, 7, toSource(title!.text, 0, title!.text.value.length))
      const body: Block[] = lines.length > 0 ? [{ kind: 'paragraph', lines }, ...rest] : rest
      reading.readBlocks(body, { ...place, scope: undefined })
    } else reading.readBlocks(blocks, { ...place, listed: true, quotedKin })
  }
}

/** `4. Reason for call` with its text right below is a heading in all but form. */
function isNumberedStep(lines: readonly Line[], following: number, siblings: number): boolean {
  return isStepTitle(lines[0]!.text.value) && (lines.length > 1 || (siblings === 1 && following > 0))
}

/** `utter_greet`, `action_listen`: names of what another file holds. */
function isReplyName(reading: Reading, block: Block): boolean {
  if (block.kind !== 'paragraph') return false
  const { text } = joinLines(block.lines)
  if (!/^(?:utter_\w+|action_\w+|slot\{.*\}|form\{.*\}|[a-z]+(?:_[a-z]+)+(?:\{.*\})?)$/.test(text.value)) return false
  reading.builder.skip('name of a reply, an intent or an action', toSource(text, 0, text.value.length))
  return true
}

function startsQuoted(block: Block | undefined): boolean {
  const start = block?.kind === 'paragraph' ? takeMark(block.lines[0]!).line.text.value : ''
  return /^["“「『'‘]/u.test(start)
}

function readFence(reading: Reading, { info, text, span }: Extract<Block, { kind: 'fence' }>, place: Place): void {
  const kind = fenceKind(info, text.value)
  if (kind === 'flowchart') readFlowchart(reading.builder, text)
  else if (kind !== 'prose')
    reading.builder.skip(kind === 'code' ? `program text${info ? ` (${info})` : ''}` : 'diagram', span)
  else if (reading.fences >= 4) reading.builder.skip('fences nested too deep', span)
  else {
    const { titles } = reading
    const scope = isLetter(text.value) ? said : (place.scope ?? titles.at(-1)?.scope)
    reading.fences++
    reading.readBlocks(parseBlocks(text, reading.sink), { ...place, listed: false, scope })
    reading.fences--
    reading.titles = titles
  }
}

function readTable(reading: Reading, { header, rows }: Extract<Block, { kind: 'table' }>, place: Place): void {
  const columns = columnsOf(header, reading.cast)
  const inside: Place = { ...place, listed: true, quotedKin: false }
  const speakerAt = columns.findIndex(column => column.kind === 'speaker')
  for (const row of rows) {
    const name = row[speakerAt]?.text.value ?? ''
    for (const [at, cell] of row.entries()) {
      const column = columns[at]
      const { line, mark } = takeMark(cell)
      if (line.text.value === '' || !column) continue
      if (column.kind === 'dialogue') readTurn(reading, name, line, inside)
      else if (column.kind === 'text') {
        const scope = mark === 'bad' ? forbiddenMark : (column.scope ?? place.scope)
        readLabelled(reading, line, { ...inside, scope })
      }
    }
  }
}

function readTurn(reading: Reading, name: string, line: Line, place: Place): void {
  const scope = scopeOf(name, 'lead-in', reading.cast)
  if (scope?.label && !isStageDirection(line.text.value)) {
    const speaker = scope.role === 'customer' ? 'customer' : 'agent'
    readSpeech(reading.builder, line.text, { speaker, label: name.trim() })
  } else readPlainLine(reading, line, place)
}
