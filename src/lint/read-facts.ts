import type { FactHit, FactHits, FactPlace } from '../flow/index.ts'
import type { Match, Reading } from '../match/index.ts'
import type { Ruleset } from '../rule/index.ts'
import type { Part, Script } from '../script/index.ts'
import type { Span, SpokenText } from '../source/index.ts'
import { toSource } from '../source/index.ts'

const openers = new Set([...'{[【<〔［'])
const closers = new Set([...'}]】>〕］'])

/** Collects what the texts of a script raise: its parts while they are read, titles and conditions when somebody asks. */
export class FactReader {
  readonly #ruleset: Ruleset
  readonly #hits = new Map<object, FactHit[]>()

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset
  }

  /** Takes over what a part raises. What is only shown, or forbidden by its place, raises nothing. */
  addPart(part: Part, reading: Reading): void {
    if (part.kind === 'mention' || part.frame !== 'plain') return
    const place = part.kind === 'instruction' ? 'instructed' : part.speaker === 'customer' ? 'customer' : 'spoken'
    this.#add(part, part.text, reading, place)
  }

  /** All hits of the script. */
  finish(script: Script): FactHits {
    const { matcher, factSources } = this.#ruleset
    if (factSources.length === 0) return this.#hits
    for (const step of script.steps) {
      // A title is part of no text that knows its way back to the file; its place is that of the heading.
      if (step.title !== '')
        this.#add(step, { at: step.titleSpan, value: step.title }, matcher.read(step.title), 'title')
      for (const item of step.items) {
        if (item.kind === 'branch' && item.condition)
          this.#add(item, item.condition, matcher.read(item.condition.value), 'condition')
      }
    }
    return this.#hits
  }

  #add(holder: object, text: SpokenText | { at: Span; value: string }, reading: Reading, place: FactPlace): void {
    const hits: FactHit[] = []
    for (const match of reading.matches) {
      const source = this.#ruleset.factSources[match.pattern - this.#ruleset.owners.length]
      if (!source?.places.includes(place) || !source.stances.includes(match.stance)) continue
      if (source.isSlot && !isInSlot(text.value, match)) continue
      if (source.isBare && 2 * (match.end - match.start) < text.value.trim().length) continue
      hits.push({
        fact: source.fact,
        at: match.start,
        end: match.end,
        sentence: match.sentence,
        span: 'at' in text ? text.at : toSource(text, match.start, match.end),
        phrase: text.value.slice(match.start, match.end).replace(/\s+/g, ' ')
      })
    }
    if (hits.length > 0) this.#hits.set(holder, outermost(hits))
  }
}

/** Without the hits that lie inside a longer one: 非本人 is not 本人, and "someone else" is not "else". In the order of the text. */
function outermost(hits: readonly FactHit[]): FactHit[] {
  const kept: FactHit[] = []
  let widest: FactHit | undefined
  for (const hit of [...hits].sort((a, b) => a.at - b.at || b.end - a.end)) {
    const isInside = widest && hit.end <= widest.end && hit.end - hit.at < widest.end - widest.at
    if (isInside && widest!.fact !== hit.fact) continue
    kept.push(hit)
    if (!widest || hit.end > widest.end) widest = hit
  }
  return kept
}

/** True where the words stand between the marks of a placeholder. */
function isInSlot(text: string, { start, end }: Match): boolean {
  for (let at = start - 1; at >= 0 && start - at <= 48; at--) {
    if (closers.has(text[at]!)) return false
    if (openers.has(text[at]!)) return !text.slice(at, end).includes('\n')
  }
  return false
}
