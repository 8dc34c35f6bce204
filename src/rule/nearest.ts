import { distance } from 'fastest-levenshtein'

/** The known name that somebody most likely meant, if one is near enough to say so. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const other of known) {
    const far = distance(name.toLowerCase(), other.toLowerCase())
    if (far < bestDistance) {
      best = other
      bestDistance = far
    }
  }
  return best
}

/** The end of an error message: `; did you mean "…"?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

/** The rule that somebody most likely meant; whoever leaves the pack out means a rule by its own name. */
export function nearestRule(id: string, known: Iterable<string>): string | undefined {
  const byName = new Map([...known].map(ruleId => [id.includes('/') ? ruleId : ruleId.split('/').at(-1)!, ruleId]))
  const near = nearest(id, byName.keys())
  return near === undefined ? beginningLike(id, known) : byName.get(near)
}

/** The rule whose name begins as somebody wrote it: `no-arest` for `no-arrest-threat`. */
function beginningLike(id: string, known: Iterable<string>): string | undefined {
  const wanted = ideaOf(id)
  const isNear = (ruleId: string) => {
    const words = ideaOf(ruleId).split('-')
    return words.some((_, at) => distance(wanted, words.slice(0, at + 1).join('-')) <= Math.floor(wanted.length / 4))
  }
  return wanted === '' ? undefined : [...known].find(isNear)
}

/** A rule's name without its pack and without what it does. */
function ideaOf(id: string): string {
  return id
    .toLowerCase()
    .split('/')
    .at(-1)!
    .replace(/^(?:no|require)-?/, '')
}
