/** A symbol (a literal or a concept) at a run of tokens, `end` exclusive. */
export interface Hit {
  readonly symbol: number
  readonly start: number
  readonly end: number
  /** What a concept's phrasing was made of; what lies in its gaps is not part of it. */
  readonly parts?: readonly Hit[]
}

/** The literals and plain phrases that a hit rests on. */
export function leavesOf(hit: Hit): readonly Hit[] {
  return hit.parts ? hit.parts.flatMap(leavesOf) : [hit]
}

/** The hits of one sentence by symbol, each list sorted by start. */
export type HitsBySymbol = ReadonlyMap<number, readonly Hit[]>

export function compareHits(a: Hit, b: Hit): number {
  return a.start - b.start || a.end - b.end
}
