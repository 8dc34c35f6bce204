/** A symbol (a literal or a concept) at a run of tokens, `end` exclusive. */
export interface Hit {
  readonly symbol: number
  readonly start: number
  readonly end: number
}

/** The hits of one sentence by symbol, each list sorted by start. */
export type HitsBySymbol = ReadonlyMap<number, readonly Hit[]>

export function compareHits(a: Hit, b: Hit): number {
  return a.start - b.start || a.end - b.end
}
