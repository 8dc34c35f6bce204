import type { Speaker } from '../../script/index.ts'
import { agentLabels, ambiguousLabels, customerLabels, propertyLabels, systemLabels } from './vocabulary.ts'

/** Who is who in one script: its own labels, and the names that it gives to the agent. */
export type Cast = ReadonlyMap<string, Speaker>

const labelled =
  /^[ \t>*•\-–]{0,24}(?:\d{1,3}[.)] {0,3})?["“]?\[?([\p{L}][\p{L}\p{M}\p{N} '’./-]{0,30}?)\]?(?: {0,3}[(（][^)）\n]{0,30}[)）])?\*{0,3} {0,3}[:：]/gmu
const personas = [
  /\b[Yy]ou are (?:called |named |an? [^.\n]{0,40} (?:named|called) )?["“'‘]?(\p{Lu}[\p{L}\p{M}]{1,20})["”'’]?(?=[,.]| - | — | – |["”'’])/gu,
  /\b[Yy]our name is ["“'‘]?(\p{Lu}[\p{L}\p{M}]{1,20})/gu,
  /\b(?:agent|assistant|bot|persona)(?: name)?(?: is)?:? *[("“]+(\p{Lu}[\p{L}\p{M}]{1,20})["”)]/giu,
  /(?:你是|你叫|我叫|名叫|你的名字(?:始终)?是|你的名字叫)[^，。\n“"「]{0,20}[“"「]([\p{Script=Han}\p{L}]{1,6})[”"」]/gu,
  /(?:你叫|我叫|名叫)([\p{Script=Han}]{2,4})(?=[，。,.\s])/gu
]

/**
 * Finds out who the labels of a script are: names declared for the agent, labels that take turns
 * with known ones, and the side of "Caller" and "You", which differs from script to script.
 */
export function castOf(text: string): Cast {
  const cast = new Map<string, Speaker>()
  for (const persona of personas) {
    for (const [, name] of text.matchAll(persona)) if (name) cast.set(foldLabel(name), 'agent')
  }
  const turns: string[] = []
  for (const [, label] of text.matchAll(labelled)) if (label && isName(label)) turns.push(foldLabel(label))
  const counts = new Map<string, number>()
  for (const turn of turns) counts.set(turn, (counts.get(turn) ?? 0) + 1)
  settleAmbiguous(cast, counts, text)
  settleByTurns(cast, turns, counts)
  return cast
}

/** A label as it is compared: without marks, brackets, numbers, and words such as "says". */
function foldLabel(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[*_"“”「」[\]【】<>{}]/gu, '')
    .replaceAll(/\([^)]*\)|（[^）]*）/gu, '')
    .replace(/^(?:the|inbound|outbound|then[:,]?) /, '')
    .replace(/['’]s(?= |$)/u, '')
    .replace(/ (?:says?|said|asks?|replies|responds?|resp\w*|reply|line|script|speaks|cont(?:inued|['’]d)?)$/u, '')
    .replace(/(?<=[\p{Script=Han}])(?:说|說|问|問|答|回答|表示)$/u, '')
    .replace(/[ \d#]+$/u, '')
    .trim()
}

/** People and roles are written with capitals, or in Chinese. */
function isName(label: string): boolean {
  return (
    label.split(' ').every(word => !/^\p{Ll}/u.test(word)) ||
    agentLabels.has(foldLabel(label)) ||
    customerLabels.has(foldLabel(label))
  )
}

/** Who a label stands for; undefined where it is no speaker's. */
export function speakerOf(label: string, cast: Cast): Speaker | undefined {
  const name = foldLabel(label)
  const own = cast.get(name)
  if (own) return own
  if (ambiguousLabels.has(name)) return name === 'c' ? undefined : 'agent'
  if (agentLabels.has(name)) return 'agent'
  if (customerLabels.has(name)) return 'customer'
  return systemLabels.has(name) ? 'system' : undefined
}

function settleAmbiguous(cast: Map<string, Speaker>, counts: ReadonlyMap<string, number>, text: string): void {
  const used = (labels: ReadonlySet<string>) =>
    [...counts]
      .filter(([label]) => labels.has(label) && !ambiguousLabels.has(label))
      .reduce((sum, [, count]) => sum + count, 0)
  const agents = used(agentLabels) + [...counts].filter(([label]) => cast.get(label) === 'agent').length
  const customers = used(customerLabels)
  const callerIsTheirs =
    customers === 0 && (agents > 0 || (!counts.has('caller') && /\bif (?:the )?caller\b/i.test(text)))
  cast.set('caller', callerIsTheirs ? 'customer' : 'agent')
  const youAreAddressed = customers === 0 && counts.has('you') && agents > 0
  cast.set('you', youAreAddressed ? 'customer' : 'agent')
  if (counts.has('c'))
    cast.set('c', counts.has('a') || (agents > 0 && !counts.has('d') && !counts.has('b')) ? 'customer' : 'agent')
  if (counts.has('d') && (counts.has('c') || agents > 0)) cast.set('d', 'customer')
  if (counts.has('b') && agents + (counts.get('c') ?? 0) + (counts.get('a') ?? 0) > 0) cast.set('b', 'customer')
  if (counts.has('a') && (counts.has('c') || counts.has('q') || counts.has('b') || customers > 0))
    cast.set('a', 'agent')
  if (counts.has('q') && counts.has('a')) cast.set('q', 'customer')
}

/** An unknown label that keeps standing next to a known side is the other side; bare initials are the agent. */
function settleByTurns(
  cast: Map<string, Speaker>,
  turns: readonly string[],
  counts: ReadonlyMap<string, number>
): void {
  const beside = new Map<string, { agent: number; customer: number }>()
  for (const [at, turn] of turns.entries()) {
    if (speakerOf(turn, cast) || propertyLabels.test(turn)) continue
    const sides = beside.get(turn) ?? { agent: 0, customer: 0 }
    beside.set(turn, sides)
    for (const neighbour of [turns[at - 1], turns[at + 1]]) {
      const side = neighbour === undefined ? undefined : speakerOf(neighbour, cast)
      if (side === 'customer') sides.customer++
      else if (side) sides.agent++
    }
  }
  for (const [label, { agent, customer }] of beside) {
    const count = counts.get(label) ?? 0
    const isInitials = /^[a-z]{1,4}$/.test(label)
    if (label.split(' ').length > 2 || count < 2) continue
    if (customer >= 2 && customer > agent && customer >= count / 2) cast.set(label, 'agent')
    else if (agent >= 2 && agent > customer && agent >= count) cast.set(label, 'customer')
    else if (isInitials && count >= 3 && agent === 0) cast.set(label, 'agent')
  }
}
