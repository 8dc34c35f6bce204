import type { Span, SpokenText } from '../../source/index.ts'
import { sliceText } from '../../source/index.ts'
import type { Line } from '../rich-text.ts'
import { sliceLine } from '../rich-text.ts'
import { isEnd } from '../targets.ts'
import { findQuotes } from './quotes.ts'
import { plainTitle } from './scope.ts'
import { agentLeadIn, conditionOpener, customerLabels, jumpVerb } from './vocabulary.ts'

/** A line that opens a branch: `If …: …`, `客户表示…时：…`, `If "Yes" → …`. */
export interface Conditional {
  readonly condition: SpokenText
  /** What stands behind the condition on the same line; may be empty. */
  readonly rest: Line
  /** An arrow stands between the two, so the rest may be the bare name of a step. */
  readonly isArrow?: boolean
  /** "say:" between the two: what the rest, or what follows, is. */
  readonly order?: Line
}

/** 客户表示会还款时：… */
const whenClause = /^([^，。：:；！？\s]{2,40}(?:时|時|的话|的話))\s*[:：]/u
/** `Otherwise: …`, `否则：…`: whatever the branches before it leave. */
const elseClause =
  /^(otherwise|else|if not|if none of these|in all other cases|any other answer|anything else|否则|否則|不然|若否|如否|其他情况|其他情況|其余情况|其餘情況)\s*(?:[:：]|→|⇒|->|=>)/iu
const delimiter = /[:：]|→|⇒|->|=>|[–—]|(?<=["”'’」)\]] ?)-(?= )/gu
/** `“Yes,”`, `NO`: an answer that needs no colon behind it. */
const shortAnswer =
  /^((?:["“'‘][^"”'’“]{1,24}["”'’]|YES|NO|Yes|No|yes|no)(?:\s*\/\s*["“]?\w+["”]?)?)\s*(?:[,:：，–—-]\s*|→|->|=>|$|(?=proceed|go|move|ask|provide|end|continue))/u
const arrowThenJump = /^\s*(?:→|⇒|->|=>)/u

/**
 * Splits a line that begins with a condition. `If they argue, stay calm.` is an ordinary sentence:
 * without a colon, a dash or an arrow there is no branch, unless nothing but a jump follows.
 */
export function splitConditional(line: Line, governs: boolean): Conditional | undefined {
  const { value } = line.text
  const objection = markedObjection(line)
  if (objection) return objection
  const when = whenClause.exec(value)
  if (when)
    return { condition: sliceText(line.text, 0, when[1]!.length), rest: skipLead(sliceLine(line, when[0].length)) }
  const otherwise = elseClause.exec(value)
  if (otherwise)
    return {
      condition: sliceText(line.text, 0, otherwise[1]!.length),
      rest: skipLead(sliceLine(line, otherwise[0].length)),
      isArrow: /[→⇒>]$/u.test(otherwise[0])
    }
  const opener = conditionOpener.exec(value)?.[0] ?? (reactsToCustomer(value) ? '' : undefined)
  if (opener === undefined) return undefined
  const quotes = findQuotes(value)
  const answer = shortAnswer.exec(value.slice(opener.length))
  if (answer && opener !== '') {
    const end = opener.length + answer[0].length
    return {
      condition: sliceText(line.text, opener.length, opener.length + answer[1]!.length),
      rest: skipLead(sliceLine(line, end))
    }
  }
  for (const match of value.matchAll(delimiter)) {
    if (
      match.index < opener.length ||
      within(match.index, quotes) ||
      /^\d[:：]\d/u.test(value.slice(match.index - 1, match.index + 2))
    )
      continue
    if (match.index > 200) break
    const comma = commaBefore(value, opener.length, match.index, quotes)
    if (comma !== undefined && /[:：]/u.test(match[0])) {
      const end = match.index + match[0].length
      const order = sliceLine(line, comma + 1, end)
      if (!leadsIn(order.text.value)) return undefined
      return { condition: sliceText(line.text, opener.length, comma), rest: sliceLine(line, end), order }
    }
    const condition = sliceText(line.text, opener.length, match.index)
    const rest = sliceLine(line, match.index + match[0].length)
    const isQuoted = findQuotes(rest.text.value)[0]?.start === 0
    if (/[:：]/u.test(match[0]) && (isQuoted ? isReply(condition.value) : namesReply(condition.value)))
      return replyCondition(line, opener.length, rest)
    return { condition, rest: skipLead(rest), isArrow: /[→⇒>]/u.test(match[0]) }
  }
  const comma = /[,，]\s*(?:then\s+|就|则|則)?/gu
  for (const match of value.matchAll(comma)) {
    if (within(match.index, quotes) || /[.!?。！？]\s*\p{L}/u.test(value.slice(0, match.index))) break
    const rest = sliceLine(line, match.index + match[0].length)
    if (isJumpOnly(rest.text.value)) return { condition: sliceText(line.text, opener.length, match.index), rest }
  }
  if (!governs || opener === '' || commaBefore(value, opener.length, value.length, quotes) !== undefined)
    return undefined
  const isShort = value.length <= 120 && !/[.!。！]$/u.test(value)
  return isShort ? { condition: sliceText(line.text, opener.length), rest: sliceLine(line, value.length) } : undefined
}

/** "If they refuse, say:" holds a lead-in; "If it is late, the balance is due:" is a sentence. */
function leadsIn(order: string): boolean {
  return (
    agentLeadIn.strong.test(plainTitle(order)) ||
    agentLeadIn.weak.test(plainTitle(order)) ||
    /\b(?:say|ask|tell)\b|[说說问問告]/iu.test(order)
  )
}

function commaBefore(value: string, from: number, to: number, quotes: readonly Span[]): number | undefined {
  for (let at = from; at < to; at++) {
    if (/[,，]/u.test(value[at]!) && !within(at, quotes) && to - at > 4 && !/\d/.test(value[at + 1] ?? '')) return at
  }
  return undefined
}

/** `*"Could I be arrested?"* "No."`: what is quoted in italics or bold is the customer's, the answer follows. */
function markedObjection(line: Line): Conditional | undefined {
  const [question, answer] = findQuotes(line.text.value.slice(0, 600))
  if (question?.start !== 0 || !answer) return undefined
  const isMarked = line.marks.some(({ kind, start, end }) => kind !== 'code' && start === 0 && end === question.end)
  return isMarked
    ? { condition: sliceText(line.text, 0, question.end), rest: skipLead(sliceLine(line, question.end)) }
    : undefined
}

/** `客户说不是 → …` is a condition although no "if" opens it; `告知金额 → 提醒` is a sequence of acts. */
function reactsToCustomer(value: string): boolean {
  const arrow = value.search(/→|⇒|->|=>/u)
  if (arrow <= 0 || arrow > 80 || /→|⇒|->|=>/u.test(value.slice(arrow + 2))) return false
  const head = value.slice(0, arrow)
  const first = /^(?:the )?([\p{Script=Han}]{2,3}|[a-z]+(?: party)?)/iu.exec(head)?.[1]?.toLowerCase() ?? ''
  return (
    customerLabels.has(first) ||
    customerLabels.has(first.slice(0, 2)) ||
    /^["“「『'][^"”」』]+["”」』']\s*$/u.test(head)
  )
}

/** `If Debtor response: 'Yes speaking'`: what is quoted behind the colon belongs to the condition. */
function isReply(condition: string): boolean {
  return /(?:\b(?:says?|said|response|responds?|replies|reply|asks?|answers?|states?|objects?)|[说說问問称稱答]|表示|回复|回覆|回答)\s*(?:with)?\s*$/iu.test(
    condition
  )
}

/** `Debtor response: reads out the digits`, without quotation marks. */
function namesReply(condition: string): boolean {
  const name = /^(?:the )?(.+?)(?:['’]s)?\s+(?:says?|response|replies|reply)\s*$/iu
    .exec(condition.trim())?.[1]
    ?.toLowerCase()
  return name !== undefined && customerLabels.has(name)
}

function replyCondition(line: Line, from: number, rest: Line): Conditional {
  const quotes = findQuotes(rest.text.value)
  if (quotes[0]?.start !== 0) {
    const arrow = /→|⇒|->|=>|[–—]/u.exec(rest.text.value)?.index ?? rest.text.value.length
    const end = line.text.value.length - rest.text.value.length + arrow
    return { condition: sliceText(line.text, from, end), rest: skipLead(sliceLine(rest, arrow)) }
  }
  let end = quotes[0].end
  for (const quote of quotes.slice(1)) {
    if (!/^\s*(?:or|\/|,|或|、|，)\s*$/iu.test(rest.text.value.slice(end, quote.start))) break
    end = quote.end
  }
  const offset = line.text.value.length - rest.text.value.length
  const behind = sliceLine(rest, end)
  const gap = /^[\s:：,，→\-–—>]+/u.exec(behind.text.value)?.[0].length ?? 0
  return { condition: sliceText(line.text, from, offset + end), rest: sliceLine(behind, gap) }
}

function skipLead(rest: Line): Line {
  const lead = /^(?:[\s–—\-:：→]|->|=>|then\b[:：,]?)+/iu.exec(rest.text.value)?.[0].length ?? 0
  return sliceLine(rest, lead)
}

/** Where a piece of text sends the call. */
export interface Jump extends Span {
  readonly name: string
  /** The name is surely one: a link, `{script_3}`, "Step 2". */
  readonly sure: boolean
}

const link = /\[([^\]\n]{1,200})\]\(([^()\s]{1,200})\)/u
const sureName =
  /^(?:\{([^{}]{1,60})\}|((?:step|stage|phase|part)\s*\d+(?:\.\d+)*)|(第[\d一二三四五六七八九十]+[步阶階节節段])|#([\p{L}\p{N}_-]{1,80}))/iu

/** Finds the jump of a text: a link to a step, "proceed to Step 2", `→ end`, 转到结束. */
export function findJump(value: string): Jump | undefined {
  const linked = link.exec(value)
  if (linked && (linked[2]!.startsWith('#') || /\.(?:md|markdown|ya?ml|txt)(?:#|$)/i.test(linked[2]!))) {
    return { name: decodeTarget(linked[2]!), sure: true, start: linked.index, end: linked.index + linked[0].length }
  }
  if (/^\s*(?:do not|don['’]?t|never|不要|不得|勿)\b/iu.test(value)) return undefined
  const arrow = arrowThenJump.exec(value)
  const verb = jumpVerb.exec(value)
  const start = verb ? verb.index + verb[0].length : (arrow?.[0].length ?? 0)
  const tail = value.slice(start).replace(/^\s+/, '')
  const from = value.length - tail.length
  const sure = sureName.exec(tail)
  if (sure && (verb || arrow || (!sure[1] && sure[0].length === tail.replace(/[#.。\s]+$/u, '').length))) {
    const name = (sure[1] ?? sure[2] ?? sure[3] ?? `#${sure[4]}`).trim()
    return { name, sure: true, start: verb?.index ?? 0, end: from + sure[0].length }
  }
  const phrase = /^["“「']?([^.,;:。，；：(（"”」'#]{1,80})/u.exec(tail)?.[1]?.trim()
  if (phrase && isEnd(phrase)) return { name: 'end', sure: true, start: verb?.index ?? 0, end: from + phrase.length }
  if (!verb && !arrow) return undefined
  return phrase ? { name: phrase, sure: false, start: verb?.index ?? 0, end: from + phrase.length } : undefined
}

/** True for an entry of a table of contents: a link that nothing says to follow. */
export function isBareLink(value: string): boolean {
  const match = link.exec(value)
  return (
    match !== null &&
    match[2]!.startsWith('#') &&
    /^[\s\p{P}\d]*$/u.test(value.slice(0, match.index) + value.slice(match.index + match[0].length))
  )
}

/** True where a text says nothing but where to go. */
export function isJumpOnly(value: string): boolean {
  const jump = findJump(value)
  if (!jump) return false
  const around = value.slice(0, jump.start) + value.slice(jump.end)
  return /^[\s\p{P}\p{S}]*(?:then|to|就|则|則)?[\s\p{P}\p{S}]*$/iu.test(around.replace(jumpVerb, ' '))
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function within(at: number, spans: readonly Span[]): boolean {
  return spans.some(span => at > span.start && at < span.end - 1)
}
