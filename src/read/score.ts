import type { Passage } from './features.ts'
import { eachFeature } from './features.ts'
import type { Weights } from './model.ts'
import { targets } from './model.ts'

/** Looks up features in weights. */
export interface Scorer {
  /** Log-odds of each target, in the order of `targets`. */
  readonly score: (passage: Passage) => Float64Array
  /** What each token of the passage adds to a target, from its first token on. */
  readonly contributions: (passage: Passage, target: number) => Float64Array
}

const bucketBits = 12

/** Prepares weights for being asked; a few hundred microseconds. */
export function createScorer(weights: Weights): Scorer {
  const { hashes, rarity, values, scales, biases } = weights
  const width = targets.length
  const buckets = bucketStarts(hashes)
  const find = (hash: number): number => {
    const bucket = hash >>> (32 - bucketBits)
    for (let at = buckets[bucket]!; at < buckets[bucket + 1]!; at++) if (hashes[at] === hash) return at
    return -1
  }

  /** The known features of a passage, each once, and the factor that makes long and short passages comparable. */
  const known = (passage: Passage) => {
    const places = new Map<number, readonly [number, number]>()
    let square = 0
    eachFeature(passage, (hash, first, last) => {
      const place = find(hash)
      if (place < 0 || places.has(place)) return
      places.set(place, [first, last])
      square += (rarity[place]! / 100) ** 2
    })
    return { places, factor: square > 0 ? 1 / Math.sqrt(square) : 0 }
  }

  return {
    score: passage => {
      const { places, factor } = known(passage)
      const sums = new Float64Array(width)
      for (const place of places.keys()) {
        const share = (rarity[place]! / 100) * factor
        for (let target = 0, at = place * width; target < width; target++, at++) sums[target]! += values[at]! * share
      }
      for (let target = 0; target < width; target++) sums[target] = biases[target]! + sums[target]! * scales[target]!
      return sums
    },
    contributions: (passage, target) => {
      const { places, factor } = known(passage)
      const parts = new Float64Array(passage.end - passage.start)
      for (const [place, [first, last]] of places) {
        const worth = values[place * width + target]! * scales[target]! * (rarity[place]! / 100) * factor
        // Half for each end: what lies between is there by chance.
        parts[first - passage.start]! += worth / 2
        parts[last - passage.start]! += worth / 2
      }
      return parts
    }
  }
}

/** Where the hashes with the same leading bits begin: hashes are spread evenly, so each run is short. */
function bucketStarts(hashes: Uint32Array): Uint32Array {
  const starts = new Uint32Array((1 << bucketBits) + 1)
  for (const hash of hashes) starts[(hash >>> (32 - bucketBits)) + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  return starts
}
