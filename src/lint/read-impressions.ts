import type { Reading } from '../match/index.ts'
import type { Reader } from '../read/index.ts'
import type { PlacedImpression, RuleMatch, Usage } from '../rule/index.ts'
import type { Part } from '../script/index.ts'
import { toSource } from '../source/index.ts'

/** What the second reader makes of a part that is meant; of what is forbidden, shown or said by others it thinks nothing. */
export function readImpressions(reader: Reader, part: Part, usage: Usage, reading: Reading): PlacedImpression[] {
  const phraseOf = (start: number, end: number) => part.text.value.slice(start, end).replace(/\s+/g, ' ')
  return reader.read(reading, usage === 'instructed').map(({ start, end, harmless, tactics }) => ({
    part,
    usage,
    harmless,
    span: toSource(part.text, start, end),
    tactics: tactics.map(({ tactic, words, start, end }) => ({
      tactic,
      words,
      phrase: phraseOf(start, end),
      span: toSource(part.text, start, end)
    }))
  }))
}

/** Impressions by the part that they are of. */
export function byPart(impressions: readonly PlacedImpression[]): ReadonlyMap<Part, readonly PlacedImpression[]> {
  const parts = new Map<Part, PlacedImpression[]>()
  for (const impression of impressions) {
    const known = parts.get(impression.part)
    if (known) known.push(impression)
    else parts.set(impression.part, [impression])
  }
  return parts
}

/** Whether all that stands around a match reads as if nothing were meant by it. */
export function isDoubted({ part, span }: RuleMatch, parts: ReturnType<typeof byPart>): boolean {
  const around = parts.get(part)?.filter(({ span: passage }) => passage.start < span.end && span.start < passage.end)
  return around !== undefined && around.length > 0 && around.every(impression => impression.harmless)
}
