import { learn, scorer } from './model.js'

/**
 * Scores every example with weights that never saw its author.
 * @param {number} folds Authors are dealt out to that many hands, by the number of their wordings.
 * @returns {{ example: object, scores: Float64Array }[]}
 */
export function crossValidate(examples, { width, room, folds }) {
  const hands = dealAuthors(examples, folds)
  return hands.flatMap(hand => {
    const seen = examples.filter(({ wording }) => !hand.has(wording.author))
    const unseen = examples.filter(({ wording }) => hand.has(wording.author))
    const score = scorer(learn(seen, width, room))
    return unseen.map(example => ({ example, scores: score(example.hashes) }))
  })
}

function dealAuthors(examples, folds) {
  const counts = new Map()
  for (const { wording } of examples) counts.set(wording.author, (counts.get(wording.author) ?? 0) + 1)
  const hands = Array.from({ length: folds }, () => ({ authors: new Set(), size: 0 }))
  const authors = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  for (const [author, count] of authors) {
    const lightest = hands.reduce((best, hand) => (hand.size < best.size ? hand : best))
    lightest.authors.add(author)
    lightest.size += count
  }
  return hands.map(hand => hand.authors).filter(hand => hand.size > 0)
}

/** The score that the given share of the values does not exceed, or the share above it does. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(share * sorted.length)))]
}
