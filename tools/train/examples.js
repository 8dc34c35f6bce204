/** The goal of a target that is fair to report and fair to leave out: nothing is learnt from it. */
const either = -1

/**
 * Turns wordings into what can be learnt from. What customers say is left out: the reader never judges it.
 * @param {readonly import('./corpus.js').Wording[]} wordings
 * @param {object} parts Of the sources: the matcher, and what makes features of a text.
 */
export function examplesOf(wordings, { matcher, conceptHashes, eachFeature, passageOf, writingOf, targets }) {
  return wordings
    .filter(({ role }) => role !== 'debtor')
    .map(wording => {
      const passage = passageOf(matcher.read(wording.text), wording.role === 'instruction', conceptHashes)
      const hashes = new Set()
      eachFeature(passage, hash => hashes.add(hash))
      return { wording, writing: writingOf(passage), hashes: [...hashes], goals: goalsOf(wording, targets) }
    })
}

function goalsOf({ tactics, also = [] }, targets) {
  const goals = new Int8Array(targets.length)
  targets.forEach((target, at) => {
    if (target === 'any') goals[at] = tactics.length > 0 ? 1 : 0
    else if (tactics.includes(target)) goals[at] = 1
    else if (also.includes(target)) goals[at] = either
  })
  return goals
}
