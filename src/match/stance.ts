import type { Hit, HitsBySymbol } from './hit.ts'
import { leavesOf } from './hit.ts'
import type { Sentence, Tokens } from './tokens.ts'
import { tokenClass } from './tokens.ts'

/**
 * How a text stands to what it says. `asserted`: it is meant. `conditional`: meant, if something
 * happens. `asked`: put as a question. `denied`: "we will not …". `forbidden`: "never …", or a place
 * that lists what must not be said. `reported`: somebody else's words.
 */
export const stances = ['asserted', 'conditional', 'asked', 'denied', 'forbidden', 'reported'] as const
export type Stance = (typeof stances)[number]

/**
 * The concepts that steer the stance, by the job they do. They are content (`rules/concepts/stance.yaml`)
 * like all others; a lexicon that lacks one has no such cue.
 */
export const stanceConcepts = {
  /** Denies what follows, also after a comma: "will not", 不会. */
  denial: 'stance-denial',
  /** Denies what follows up to the next comma: 不, 没. */
  negation: 'stance-negation',
  /** Forbids what follows: "never", "do not", 严禁. */
  prohibition: 'stance-prohibition',
  /** Forbids what stands before it: "is prohibited", 一律禁止. */
  prohibited: 'stance-prohibited',
  /** Looks like a denial and is none: "not only", "won't hesitate", "can't stop them", 不得不. */
  notDenial: 'stance-not-denial',
  /** What a debtor is asked to do; "you do not pay" denies nothing else. */
  duty: 'stance-duty',
  /** A condition: "if", "or else", 否则. */
  condition: 'stance-condition',
  /** Ties a denial to obedience: "as long as you pay", 只要你还. */
  hook: 'stance-hook',
  /** Turns to something else: "but", "instead", 而是. */
  contrast: 'stance-contrast',
  /** Who does something, where a new statement begins: "we", "he", 我们. */
  subject: 'stance-subject',
  /** To say, claim or mean: a denial of it reaches into what is said. */
  speech: 'stance-speech',
  /** Somebody else's words: "they told you that", 您说. */
  report: 'stance-report',
  /** Allows only under a lawful condition: "only after the court has ruled", 方可. Its sentence orders restraint. */
  gate: 'stance-gate',
  /** Takes something back: "that was wrong", 致歉. The whole text is about what should not have been said. */
  retraction: 'stance-retraction',
  /** Marks guidance as being about scripts, not part of one: an audit finding, a quiz, a list of tags. */
  about: 'stance-about'
} as const

export type StanceCue = keyof typeof stanceConcepts
export type StanceSymbols = { readonly [cue in StanceCue]?: number }

/** A run of tokens that a cue governs, with the cue itself, which may be a part of a pattern. */
interface Scope {
  readonly cue: Hit
  readonly start: number
  readonly end: number
  readonly stance: 'denied' | 'forbidden' | 'reported'
}

/** What the words of a sentence say about the stance of everything in it. Computed once, used by all rules. */
export interface SentenceStance {
  readonly scopes: readonly Scope[]
  readonly conditional: boolean
  readonly hooked: boolean
  readonly asks: boolean
}

export function readStance(
  sentence: Sentence,
  hits: HitsBySymbol,
  tokens: Tokens,
  symbols: StanceSymbols
): SentenceStance {
  const at = (cue: StanceCue): readonly Hit[] => {
    const symbol = symbols[cue]
    return (symbol !== undefined && hits.get(symbol)) || none
  }
  const notDenials = at('notDenial')
  const duties = at('duty')
  const genuine = (hits: readonly Hit[]) => longest(hits).filter(hit => !notDenials.some(other => overlaps(hit, other)))
  const dutiful = (hit: Hit) =>
    duties.some(duty => duty.start >= hit.end && tokens.width[duty.start]! - tokens.width[hit.end]! <= 2)

  const denials = genuine(at('denial'))
  const negations = genuine(at('negation'))
  const prohibitions = genuine(at('prohibition'))
  const bounds = boundaries(at, tokens)
  const speech = at('speech')
  const scopes: Scope[] = []
  let reproach = false
  for (const cue of [...denials, ...negations]) {
    if (dutiful(cue)) reproach = true
    else
      scopes.push({
        cue,
        start: cue.end,
        end: scopeEnd(cue, negations.includes(cue), bounds, speech, sentence, tokens),
        stance: 'denied'
      })
  }
  for (const cue of prohibitions) {
    scopes.push({
      cue,
      start: cue.end,
      end: scopeEnd(cue, false, bounds, speech, sentence, tokens),
      stance: 'forbidden'
    })
  }
  for (const cue of at('prohibited')) scopes.push({ cue, start: sentence.start, end: cue.start, stance: 'forbidden' })
  for (const cue of at('gate')) scopes.push({ cue, start: sentence.start, end: sentence.end, stance: 'forbidden' })
  for (const cue of at('report')) scopes.push({ cue, start: cue.end, end: sentence.end, stance: 'reported' })
  const last = tokens.keys[sentence.end - 1]
  return {
    scopes,
    conditional: reproach || at('condition').length > 0,
    hooked: at('hook').length > 0,
    asks: sentence.asks || last === '吗' || last === '嘛'
  }
}

/** The stance of a match: the hits that a pattern itself asked for are no cues to it. */
export function stanceOf(matched: readonly Hit[], sentence: SentenceStance): Stance {
  const leaves = matched.flatMap(leavesOf)
  const holding = sentence.scopes.filter(
    ({ cue, start, end }) =>
      !leaves.some(hit => overlaps(hit, cue)) && leaves.some(hit => hit.start < end && hit.end > start)
  )
  if (holding.some(scope => scope.stance === 'forbidden')) return 'forbidden'
  if (holding.some(scope => scope.stance === 'denied')) return sentence.hooked ? 'conditional' : 'denied'
  if (holding.length > 0) return 'reported'
  if (sentence.asks) return 'asked'
  return sentence.conditional ? 'conditional' : 'asserted'
}

const none: readonly Hit[] = []

/** Where a new statement begins: scopes end there. A Han subject begins one only at the head of its clause. */
function boundaries(at: (cue: StanceCue) => readonly Hit[], tokens: Tokens): readonly number[] {
  const subjects = at('subject').filter(({ start }) => {
    const heads = start === 0 || tokens.clauses[start - 1] !== tokens.clauses[start]
    return heads || !(tokens.classes[start]! & tokenClass.han)
  })
  return [...subjects, ...at('contrast'), ...at('condition')].map(hit => hit.start).sort((a, b) => a - b)
}

/** The first boundary after a cue ends its scope, unless the cue denies a saying: that reaches into what is said. */
function scopeEnd(
  cue: Hit,
  short: boolean,
  bounds: readonly number[],
  speech: readonly Hit[],
  sentence: Sentence,
  tokens: Tokens
): number {
  const clauseEnd = short ? endOfClause(cue, sentence, tokens) : sentence.end
  let skips = speech.some(hit => hit.start >= cue.end && tokens.width[hit.start]! - tokens.width[cue.end]! <= 4) ? 1 : 0
  for (const bound of bounds) {
    if (bound < cue.end) continue
    if (skips-- > 0) continue
    return Math.min(bound, clauseEnd)
  }
  return clauseEnd
}

function endOfClause(cue: Hit, sentence: Sentence, tokens: Tokens): number {
  let end = cue.end
  while (end < sentence.end && tokens.clauses[end] === tokens.clauses[cue.end - 1]) end++
  return end
}

/** Cues without those that lie inside a longer one. */
function longest(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(hit => !hits.some(other => other !== hit && inside(hit, other) && !inside(other, hit)))
}

function inside(inner: Hit, outer: Hit): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function overlaps(a: Hit, b: Hit): boolean {
  return a.start < b.end && b.start < a.end
}
