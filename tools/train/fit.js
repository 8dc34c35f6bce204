/**
 * @typedef {object} Example
 * @property {Int32Array} features Numbers of its features, each once.
 * @property {Int8Array} goals By target: 1, 0, or -1 where either would be right.
 *
 * @typedef {object} Fit
 * @property {Float32Array} values One row for each feature, one column for each target.
 * @property {Float32Array} biases
 */

/** How the weights are found; the figures are from trials that `docs/reader.md` lists. */
const settings = { epochs: 8, rate: 0.3, decay: 1e-3, seed: 7 }

/**
 * Logistic regression for all targets side by side, by AdaGrad, one example after the other in an order that the
 * seed decides: the same examples give the same bytes.
 * @param {readonly Example[]} examples
 * @param {Float32Array} rarity By feature.
 * @param {number} width How many targets there are.
 * @returns {Fit}
 */
export function fitWeights(examples, rarity, width) {
  const { epochs, rate, decay, seed } = settings
  const random = randomNumbers(seed)
  const values = new Float32Array(rarity.length * width)
  const squares = new Float32Array(rarity.length * width).fill(1e-3)
  const biases = new Float32Array(width)
  const biasSquares = new Float32Array(width).fill(1e-3)
  const factors = examples.map(({ features }) => lengthFactor(features, rarity))
  const order = [...examples.keys()]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const place of order) {
      const { features, goals } = examples[place]
      const factor = factors[place]
      for (let target = 0; target < width; target++) {
        if (goals[target] < 0) continue
        let sum = biases[target]
        for (const feature of features) sum += values[feature * width + target] * factor * rarity[feature]
        const miss = 1 / (1 + Math.exp(-sum)) - goals[target]
        if (Math.abs(miss) < 1e-3) continue
        biasSquares[target] += miss * miss
        biases[target] -= (rate * miss) / Math.sqrt(biasSquares[target])
        for (const feature of features) {
          const at = feature * width + target
          const slope = miss * factor * rarity[feature] + decay * values[at]
          squares[at] += slope * slope
          values[at] -= (rate * slope) / Math.sqrt(squares[at])
        }
      }
    }
  }
  return { values, biases }
}

/** Log-odds of each target. */
export function scoreOf({ values, biases }, features, rarity, width) {
  const factor = lengthFactor(features, rarity)
  const scores = Float64Array.from(biases)
  for (const feature of features)
    for (let target = 0; target < width; target++)
      scores[target] += values[feature * width + target] * factor * rarity[feature]
  return scores
}

function lengthFactor(features, rarity) {
  let square = 0
  for (const feature of features) square += rarity[feature] ** 2
  return square > 0 ? 1 / Math.sqrt(square) : 0
}

function shuffle(places, random) {
  for (let at = places.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = places[at]
    places[at] = places[other]
    places[other] = kept
  }
}

/** A linear congruential generator: all that shuffling needs, and the same everywhere. */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}
