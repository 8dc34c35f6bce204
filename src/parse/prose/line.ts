import { toSource } from '../../source/index.ts'
import type { Line } from '../rich-text.ts'
import { sliceLine } from '../rich-text.ts'
import type { Conditional } from './branch.ts'
import { findJump, isBareLink, isJumpOnly, splitConditional } from './branch.ts'
import { closeLead, openBranch } from './lead-in.ts'
import { findQuotes } from './quotes.ts'
import type { Place, Reading } from './reading.ts'
import { forbiddenMark, placed, said } from './reading.ts'
import { scopeOf } from './scope.ts'
import type { Labelled } from './speaker.ts'
import { splitLabel } from './speaker.ts'
import { readSpeech } from './speech.ts'
import { isWhollyQuoted, readText, soundsSpoken } from './text.ts'
import { isTitle, openTitle, splitStepTitle } from './title.ts'
import type { Unit } from './units.ts'
import { imperativeStart, propertyLabels } from './vocabulary.ts'

/** A line may hold a condition behind a condition; more than a few are no script. */
const mostConditions = 4

/** Reads a unit that is no lead-in. */
export function readUnit(reading: Reading, unit: Unit, place: Place, next: Unit | undefined, governs: boolean): void {
  const { line } = unit
  const { value } = line.text
  if (place.level <= mostConditions && isTitle(reading, unit, place, governs)) {
    const { title, rest } = splitStepTitle(line)
    openTitle(reading, title, 7, toSource(line.text, 0, value.length))
    const inside = placed(reading, { ...place, scope: undefined, level: place.level + 1 }, undefined)
    if (rest.text.value !== '') readUnit(reading, { line: rest, opens: false }, inside, next, governs)
    return
  }
  const here: Place = { ...place, scope: markedScope(unit, place), listed: unit.mark !== undefined || place.listed }
  const mayBranch = here.scope?.frame !== 'forbidden' && place.level < mostConditions
  const conditional = mayBranch ? splitConditional(line, false) : undefined
  if (conditional) readConditional(reading, conditional, here)
  else if (isAnswerToJump(line, next)) keepForJump(reading, line)
  else if (isBareLink(value)) reading.builder.skip('link to another part', toSource(line.text, 0, value.length))
  else if (isJumpOnly(value) || findJump(value)?.sure) readJump(reading, line, here)
  else readLabelled(reading, line, here)
}

/** ✗ forbids, and ✓ in a list of what is forbidden allows. */
function markedScope({ mark }: Unit, { scope }: Place) {
  if (mark === 'bad' && scope?.frame !== 'forbidden') return forbiddenMark
  return mark === 'good' && scope?.frame === 'forbidden' ? undefined : scope
}

/** A customer's line with nothing but a jump below it is a branch on these words. */
function isAnswerToJump(line: Line, next: Unit | undefined): boolean {
  if (!next || next.opens || !isJumpOnly(next.line.text.value)) return false
  const quotes = findQuotes(line.text.value)
  return quotes.length > 0 && isWhollyQuoted(line.text.value, quotes)
}

function keepForJump(reading: Reading, line: Line): void {
  const { inner } = findQuotes(line.text.value)[0]!
  const words = sliceLine(line, inner.start, inner.end).text
  readSpeech(reading.builder, words, { speaker: 'customer' })
  reading.pending = words
}

function readJump(reading: Reading, line: Line, place: Place): void {
  const { value } = line.text
  const jump = findJump(value)!
  const condition = reading.pending
  reading.pending = undefined
  if (!jump.sure || !isJumpOnly(value)) readLabelled(reading, line, place)
  const target = jump.sure ? { name: jump.name } : { name: jump.name, unsure: true }
  reading.builder.branch(target, toSource(line.text, 0, value.length), condition)
}

function readConditional(reading: Reading, conditional: Conditional, place: Place): void {
  const { condition, rest } = conditional
  const { value } = rest.text
  const jump = findJump(value)
  if (jump?.sure && isJumpOnly(value)) {
    reading.builder.branch({ name: jump.name }, toSource(condition, 0, condition.value.length), condition)
    return
  }
  const lead = openBranch(reading, conditional)
  const scope = lead.scope ?? (place.scope?.role === 'customer' ? undefined : place.scope)
  const inside: Place = { ...place, scope, level: place.level + 1 }
  if (rest.text.value !== '') readUnit(reading, { line: rest, opens: false }, inside, undefined, false)
  if (conditional.isArrow && !jump && value.length > 0 && value.length <= 60) {
    reading.builder.branch({ name: value, unsure: true }, toSource(rest.text, 0, value.length))
  }
  closeLead(reading, lead)
}

/** Reads a line that may begin with a label, a speaker's or another. */
export function readLabelled(reading: Reading, line: Line, place: Place): void {
  const label = splitLabel(line, reading.cast)
  const isFramed = (place.scope?.frame ?? 'plain') !== 'plain'
  const hasRest = label !== undefined && label.rest.text.value !== ''
  if (label?.speaker && hasRest && !isFramed) {
    const { speaker, rest } = label
    readSpeech(reading.builder, rest.text, { speaker, label: label.label, frame: reading.plain.frame })
  } else if (!(label && !label.speaker && hasRest && readBehindLabel(reading, label, line, place))) {
    const isProperty = label !== undefined && !isFramed && propertyLabels.test(label.label)
    readPlainLine(reading, line, isProperty ? { ...place, scope: undefined, quoted: false } : place)
  }
}

/** `Response: "…"`, `Why: …`: a lead-in and what it governs on one line. False where it is no such line. */
function readBehindLabel(reading: Reading, { label, rest }: Labelled, line: Line, place: Place): boolean {
  const scope = scopeOf(label, 'lead-in', reading.cast)
  if (!scope) return false
  if (scope.frame === 'quoted') {
    reading.builder.mention(line.text, 'quoted')
    return true
  }
  if ((place.scope?.frame ?? 'plain') !== 'plain') return false
  const { value } = rest.text
  const quotes = findQuotes(value)
  const isWhole = quotes.length > 0 && isWhollyQuoted(value, quotes)
  if (scope.frame === 'forbidden') {
    if (scope.role !== 'mention' || !isWhole) return false
  } else if (
    scope.role === 'customer' ? !isWhole : scope.role !== 'agent' || (quotes.length === 0 && !soundsSpoken(value))
  )
    return false
  // A long label is half a sentence, and so is one with only part of a quotation behind it.
  const isSentence = quotes.length > 0 && (!isWhole || isLong(label))
  readPlainLine(reading, isSentence ? line : rest, { ...place, scope })
  return true
}

function isLong(label: string): boolean {
  return label.split(/\s+/).length > 3 || (label.match(/\p{Script=Han}/gu)?.length ?? 0) > 4
}

/** Reads a line without looking for labels. */
export function readPlainLine(reading: Reading, line: Line, place: Place): void {
  const { listed, quotedKin } = place
  const scope = place.scope ?? (place.quoted && isSaid(reading, line) ? said : undefined)
  readText(reading.builder, line.text, { scope, plain: reading.plain, listed, quotedKin })
}

/** A block quote inside a step is speech, unless it orders, notes or explains. */
function isSaid(reading: Reading, line: Line): boolean {
  const { value } = line.text
  const isNote =
    line.marks.some(mark => mark.kind === 'strong' && mark.start === 0) || splitLabel(line, reading.cast) !== undefined
  if (isNote) return false
  return (
    soundsSpoken(value) || (reading.titles.length > 1 && !imperativeStart.test(value) && findQuotes(value).length === 0)
  )
}
