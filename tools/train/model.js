import { fitWeights, scoreOf } from './fit.js'

/** Features that stand in fewer wordings teach nothing that carries over. */
const fewest = 2

/**
 * Learns weights for one writing.
 * @param {readonly { hashes: readonly number[], goals: Int8Array }[]} examples
 * @param {number} width How many targets there are.
 * @param {number} room How many features may be kept.
 */
export function learn(examples, width, room) {
  const counts = countsOf(examples)
  const all = [...counts.keys()].filter(hash => counts.get(hash) >= fewest).sort((a, b) => a - b)
  const first = learnFrom(all, examples, counts, width)
  return all.length <= room ? first : learnFrom(mostTelling(first, counts, room), examples, counts, width)
}

function learnFrom(hashes, examples, counts, width) {
  const table = new Map(hashes.map((hash, place) => [hash, place]))
  // Rounded as it will be stored, so that training and reading see the same number.
  const rarity = Float32Array.from(hashes, hash => {
    const value = Math.log(1 + examples.length / counts.get(hash)) / 5
    return Math.min(255, Math.max(1, Math.round(value * 100))) / 100
  })
  const fitted = fitWeights(
    examples.map(({ hashes, goals }) => ({ features: placesOf(hashes, table), goals })),
    rarity,
    width
  )
  return { hashes, table, rarity, fitted, width }
}

/** Scores with weights that were learnt, not yet quantised. */
export function scorer({ table, rarity, fitted, width }) {
  return hashes => scoreOf(fitted, placesOf(hashes, table), rarity, width)
}

/** Weights as small whole numbers, each target with a scale of its own. */
export function quantise({ hashes, rarity, fitted, width }) {
  const scales = Array.from({ length: width }, (_, target) => {
    let most = 0
    for (let at = target; at < fitted.values.length; at += width) most = Math.max(most, Math.abs(fitted.values[at]))
    return most / 127 || 1
  })
  return {
    hashes: Uint32Array.from(hashes),
    rarity: Uint8Array.from(rarity, value => Math.round(value * 100)),
    values: Int8Array.from(fitted.values, (value, at) => Math.round(value / scales[at % width])),
    scales: scales.map(rounded),
    biases: [...fitted.biases].map(rounded)
  }
}

/** Short in the file, and exact enough. */
export function rounded(value) {
  return Number(value.toPrecision(6))
}

/** Those features that move scores most when all may speak, ascending; equals go by hash. */
function mostTelling({ hashes, rarity, fitted, width }, counts, room) {
  const worth = hashes.map((hash, place) => {
    let square = 0
    for (let target = 0; target < width; target++) square += fitted.values[place * width + target] ** 2
    return Math.sqrt(square * counts.get(hash)) * rarity[place]
  })
  return [...hashes.keys()]
    .sort((a, b) => worth[b] - worth[a] || hashes[a] - hashes[b])
    .slice(0, room)
    .map(place => hashes[place])
    .sort((a, b) => a - b)
}

function countsOf(examples) {
  const counts = new Map()
  for (const { hashes } of examples) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}

function placesOf(hashes, table) {
  return Int32Array.from(hashes.map(hash => table.get(hash)).filter(place => place !== undefined))
}
