import ignore from 'ignore'

/** Tells whether a path, relative and with `/`, is meant by a list of globs. */
export type PathTest = (path: string) => boolean

const mostAlternatives = 256

/**
 * Globs with the meaning they have in a `.gitignore`: one without a slash fits at any depth, a folder means all
 * that is in it, `!` takes back. Braces (`*.{md,yaml}`), which a `.gitignore` does not know, are understood as well.
 */
export function globTest(globs: readonly string[]): PathTest {
  if (globs.length === 0) return () => false
  const matcher = ignore({ allowRelativePaths: true }).add(globs.flatMap(expandBraces))
  return path => ignore.isPathValid(path) && matcher.ignores(path)
}

/** `a.{md,txt}` as `a.md` and `a.txt`; a glob with no end of alternatives stays as it is. */
function expandBraces(glob: string): string[] {
  let pending = [glob]
  const done: string[] = []
  while (pending.length) {
    const next: string[] = []
    for (const one of pending) {
      const match = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!match) {
        done.push(one)
        continue
      }
      const before = one.slice(0, match.index)
      const after = one.slice(match.index + match[0].length)
      for (const choice of match[1]!.split(',')) next.push(before + choice + after)
    }
    if (next.length + done.length > mostAlternatives) return [glob]
    pending = next
  }
  return done
}
