import { sliceText, toSource } from '../../source/index.ts'
import type { Line } from '../rich-text.ts'
import type { Conditional } from './branch.ts'
import { isJumpOnly, splitConditional } from './branch.ts'
import { readUnit } from './line.ts'
import { findQuotes, isSpeech } from './quotes.ts'
import type { Lead, Place, Reading } from './reading.ts'
import { orders, placed } from './reading.ts'
import type { Scope } from './scope.ts'
import { plainTitle, scopeOf } from './scope.ts'
import { splitLabel } from './speaker.ts'
import { readSpeech } from './speech.ts'
import { isStageDirection } from './stage-direction.ts'
import { isWhollyQuoted, soundsSpoken } from './text.ts'
import { isTitle } from './title.ts'
import type { Unit } from './units.ts'
import { isCapitals, isWholly } from './units.ts'
import { propertyLabels } from './vocabulary.ts'

/** How a lead-in begins to govern, once the one before it is closed. */
export interface Opening {
  readonly isBranch: boolean
  readonly begin: () => Lead
}

/** What stands around a unit that may be a lead-in. */
export interface Setting {
  readonly place: Place
  /** Something follows that it could govern. */
  readonly governs: boolean
  readonly next: Unit | undefined
  readonly nextLine: Line | undefined
  readonly before: Lead | undefined
}

/** Goes back to the step that a lead-in's branch left. */
export function closeLead(reading: Reading, lead: Lead | undefined): void {
  if (lead?.parent) reading.builder.resume(lead.parent)
}

/** A lead-in ends at the first plain line after what it governs. */
export function endsLead(reading: Reading, unit: Unit, lead: Lead, place: Place): boolean {
  const { value } = unit.line.text
  if (lead.parent && splitConditional(unit.line, true)) return true
  if (!lead.fed || unit.mark || place.listed) return false
  const label = splitLabel(unit.line, reading.cast)
  if (label?.speaker) return unit.opens && lead.scope?.frame === 'forbidden'
  const quotes = findQuotes(value)
  if (quotes[0]?.start === 0 && isWhollyQuoted(value, quotes)) return false
  return !(isStageDirection(value) || isJumpOnly(value) || /^(?:→|->|then\b)/iu.test(value))
}

/** Opens what a unit leads into; undefined where it is no lead-in. */
export function openLead(reading: Reading, unit: Unit, setting: Setting): Opening | undefined {
  const { place, governs, nextLine, before } = setting
  const { cast } = reading
  const { value } = unit.line.text
  if (!governs || isTitle(reading, unit, place, governs)) return undefined
  const conditional = splitConditional(unit.line, true)
  if (conditional) return openConditional(reading, conditional, setting)
  const quotes = findQuotes(value)
  const stands = isWholly(unit.line, 'strong') || isWholly(unit.line, 'emphasis')
  const isQuoted = quotes.length > 0 && isWhollyQuoted(value, quotes)
  if (isQuoted && !unit.mark && (stands || isAnswer(reading, nextLine))) {
    return { isBranch: true, begin: () => openBranch(reading, { condition: unit.line.text, rest: unit.line }) }
  }
  const endsOpen = /[:：]\s*[)）]?$/u.test(value)
  if ((!endsOpen && !stands && !isCapitals(value)) || value.length > 200) return undefined
  const label = splitLabel(unit.line, cast)
  if (label?.speaker && label.rest.text.value === '') {
    const role = label.speaker === 'customer' ? 'customer' : 'agent'
    const scope: Scope = { role, frame: 'plain', strong: true, label: label.label }
    return { isBranch: false, begin: () => ({ scope, parent: undefined, fed: false }) }
  }
  if (label && label.rest.text.value !== '' && !endsOpen) return undefined
  const around = before && !before.fed ? before.scope : (place.scope ?? reading.titles.at(-1)?.scope)
  const scope = scopeOf(value, 'lead-in', cast) ?? (setsRules(value) ? orders : around)
  const begin = (): Lead => {
    if (!scope || scope.frame === 'plain') noteLead(reading, unit.line, around)
    return { scope, parent: undefined, fed: false }
  }
  return { isBranch: false, begin }
}

/** Opens the step of a branch and goes into it. What the condition quotes is the customer's. */
export function openBranch(reading: Reading, { condition, order }: Conditional): Lead {
  const { builder } = reading
  const span = toSource(condition, 0, condition.value.length)
  const parent = builder.current ?? builder.openStep({ id: 'start', title: '', titleSpan: span })
  const step = builder.openStep({ title: condition.value.trim(), titleSpan: span, within: parent })
  builder.branch(step, span, condition, parent)
  const whose = splitLabel({ text: condition, marks: [] }, reading.cast)?.speaker ?? 'customer'
  for (const { inner } of findQuotes(condition.value)) {
    const words = sliceText(condition, inner.start, inner.end)
    if (isSpeech(words.value)) readSpeech(builder, words, { speaker: whose })
  }
  const scope = order && scopeOf(order.text.value, 'lead-in', reading.cast)
  return { scope, parent, fed: false }
}

/** A condition governs what follows unless its line already says what to do. */
function openConditional(reading: Reading, conditional: Conditional, { place, next }: Setting): Opening | undefined {
  const { rest } = conditional
  const leadsOn = /[:：]$/u.test(rest.text.value)
  const goesOn = next !== undefined && /^(?:then\b|#|→|->)/iu.test(next.line.text.value)
  if (rest.text.value !== '' && !goesOn && !leadsOn) return undefined
  const begin = (): Lead => {
    const lead = openBranch(reading, conditional)
    if (rest.text.value === '') return lead
    if (leadsOn) {
      noteLead(reading, rest, undefined)
      return { ...lead, scope: scopeOf(rest.text.value, 'lead-in', reading.cast) }
    }
    readUnit(
      reading,
      { line: rest, opens: false },
      placed(reading, { ...place, scope: undefined }, lead),
      undefined,
      false
    )
    return { ...lead, fed: true }
  }
  return { isBranch: true, begin }
}

/** `Response: …` below a quotation answers it: the quotation is the customer's. */
function isAnswer(reading: Reading, line: Line | undefined): boolean {
  const label = line && splitLabel(line, reading.cast)
  if (!label || label.rest.text.value === '') return false
  if (label.speaker) return label.speaker !== 'customer'
  return /^(?:(?:suggested |your |agent |good |best )?(?:response|reply|answer|rebuttal)|回应|回應|应答|應答|回复|回覆|回答)$/iu.test(
    label.label
  )
}

/** "Rules:", "要点：": what follows is for the agent, even under a heading that holds speech. */
function setsRules(value: string): boolean {
  const bare = plainTitle(value)
  return (
    propertyLabels.test(bare) ||
    /\b(?:rules?|notes?|points|requirements?|principles|guidelines?|steps|actions?|checklist)$|(?:规则|規則|要点|要點|要求|原则|原則|注意事项|注意事項|须知|須知|流程|步骤|步驟)$/iu.test(
      bare
    )
  )
}

/** A sentence that leads in ("Tell them the police will come:") is itself an order, or part of the speech. */
function noteLead(reading: Reading, line: Line, around: Scope | undefined): void {
  const { value } = line.text
  const { frame } = reading.plain
  const words = value.split(/\s+/).length + (value.match(/\p{Script=Han}/gu)?.length ?? 0) / 2
  if (around?.role === 'agent' && around.strong && soundsSpoken(value))
    readSpeech(reading.builder, line.text, { speaker: 'agent', frame })
  else if (words > 3) reading.builder.instruct(line.text, frame)
}
