import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, parse, relative, sep } from 'node:path'
import type { Ignore } from 'ignore'
import ignore from 'ignore'

/** Patterns as in a `.gitignore`, and the folder they are relative to. */
export interface IgnorePatterns {
  readonly folder: string
  readonly patterns: readonly string[]
}

interface Layer {
  readonly folder: string
  readonly matcher: Ignore
}

/** The files that say what to ignore. */
const ignoreFiles = ['.gitignore', '.dunlintignore']
const alwaysIgnored = new Set(['node_modules', '.git'])

/**
 * Knows which paths are ignored: by `.gitignore` and `.dunlintignore` files from the top of the repository (else
 * the working directory) down to the path, then by the patterns of config and command line. As in git, what is
 * deeper or later wins, and nothing inside an ignored folder can be taken back.
 */
export class Ignores {
  readonly #cwd: string
  readonly #extra: readonly Layer[]
  readonly #folders = new Map<string, readonly Layer[]>()
  readonly #ignoredFolders = new Map<string, boolean>()
  readonly #repositories = new Map<string, string | undefined>()

  readonly #names: readonly string[]

  /** Without `names`, only the patterns count, and what is never a script. */
  constructor(cwd: string, patterns: readonly IgnorePatterns[], names: readonly string[] = ignoreFiles) {
    this.#cwd = cwd
    this.#names = names
    this.#extra = patterns
      .filter(one => one.patterns.length > 0)
      .map(one => ({ folder: one.folder, matcher: ignore({ allowRelativePaths: true }).add([...one.patterns]) }))
  }

  /** Whether a file, given by its absolute path, is ignored. */
  file(path: string): boolean {
    return this.folder(dirname(path)) || this.#decide(path, false)
  }

  /** Whether a folder, and so all that is in it, is ignored. */
  folder(path: string): boolean {
    const known = this.#ignoredFolders.get(path)
    if (known !== undefined) return known
    const atTop = path === this.#topOf(path)
    const ignored =
      !atTop && (this.folder(dirname(path)) || alwaysIgnored.has(basename(path)) || this.#decide(path, true))
    this.#ignoredFolders.set(path, ignored)
    return ignored
  }

  #decide(path: string, isFolder: boolean): boolean {
    let ignored = false
    for (const { folder, matcher } of [...this.#layers(dirname(path)), ...this.#extra]) {
      const inside = relative(folder, path).split(sep).join('/')
      if (inside === '' || !ignore.isPathValid(inside)) continue
      const verdict = matcher.test(isFolder ? `${inside}/` : inside)
      if (verdict.ignored) ignored = true
      else if (verdict.unignored) ignored = false
    }
    return ignored
  }

  /** The ignore files that speak for what lies in a folder, from the top down. */
  #layers(folder: string): readonly Layer[] {
    const known = this.#folders.get(folder)
    if (known) return known
    const above = folder === this.#topOf(folder) ? [] : this.#layers(dirname(folder))
    const texts = this.#names.map(name => join(folder, name)).filter(existsSync)
    const layers = texts.length ? [...above, { folder, matcher: ignore().add(texts.map(readText).join('\n')) }] : above
    this.#folders.set(folder, layers)
    return layers
  }

  /** Where looking for ignore files begins: the repository's top, else the working directory, else the root. */
  #topOf(folder: string): string {
    return this.#repositoryOf(folder) ?? (isInside(folder, this.#cwd) ? this.#cwd : parse(folder).root)
  }

  #repositoryOf(folder: string): string | undefined {
    if (this.#repositories.has(folder)) return this.#repositories.get(folder)
    const above = dirname(folder)
    const found = existsSync(join(folder, '.git')) ? folder : above === folder ? undefined : this.#repositoryOf(above)
    this.#repositories.set(folder, found)
    return found
  }
}

/** Whether a path lies where no folder and no glob leads to. */
export function isNeverWalked(path: string): boolean {
  return path.split(sep).some(name => alwaysIgnored.has(name))
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A folder or an unreadable file of that name: git warns and goes on, and so do we.
    return ''
  }
}
