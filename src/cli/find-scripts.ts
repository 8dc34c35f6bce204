import type { Dirent } from 'node:fs'
import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { formatOf } from '../parse/index.ts'
import { nearest } from '../rule/nearest.ts'
import type { Script } from '../script/index.ts'
import { commandNames } from './command-names.ts'
import type { IgnorePatterns } from './ignores.ts'
import { Ignores, isNeverWalked } from './ignores.ts'
import { isProjectFile } from './project-files.ts'
import { reasonOf, SetupError } from './setup-error.ts'

export interface FindOptions {
  readonly cwd: string
  /** False: nothing is ignored but what no one would want linted. */
  readonly ignore: boolean
  readonly ignorePatterns: readonly IgnorePatterns[]
  readonly errorOnUnmatched: boolean
}

export interface FoundScript {
  readonly path: string
  readonly format: Script['format']
}

export interface FoundScripts {
  /** Sorted by path, each once. */
  readonly scripts: readonly FoundScript[]
  /** Files that were named, and are ignored. */
  readonly ignored: readonly string[]
  /** Folders that could not be looked into, a line each. */
  readonly troubles: readonly string[]
}

export const endings = '.md, .markdown, .txt, .yaml, .yml or .json'

/**
 * The scripts that arguments mean: files, folders and globs, `!glob` to leave out, none for the working directory.
 * @throws SetupError where an argument means nothing.
 */
export async function findScripts(args: readonly string[], options: FindOptions): Promise<FoundScripts> {
  const wanted = args.filter(arg => !isNegated(arg))
  const negated = args.filter(isNegated).map(arg => arg.slice(1))
  const ignores = options.ignore
    ? new Ignores(options.cwd, [...options.ignorePatterns, { folder: options.cwd, patterns: negated }])
    : new Ignores(options.cwd, [{ folder: options.cwd, patterns: negated }], [])
  const search = new Search(options, ignores)
  const unmatched: string[] = []
  for (const arg of wanted.length ? wanted : ['.']) {
    const count = search.count
    await search.add(arg)
    if (search.count === count) unmatched.push(search.complaint(arg))
  }
  if (unmatched.length && options.errorOnUnmatched && search.troubles.length === 0) throw new SetupError(unmatched)
  return search.result()
}

/** One run over all arguments. */
class Search {
  readonly troubles: string[] = []
  /** All that was met, also again and also ignored: an argument that adds to it was not in vain. */
  count = 0
  readonly #found = new Map<string, FoundScript>()
  readonly #ignored = new Set<string>()
  readonly #options: FindOptions
  readonly #ignores: Ignores
  #ignoredOnly = false
  /** A file that no script has the name of. */
  #passedOver: string | undefined

  constructor(options: FindOptions, ignores: Ignores) {
    this.#options = options
    this.#ignores = ignores
  }

  async add(arg: string): Promise<void> {
    this.#ignoredOnly = false
    this.#passedOver = undefined
    const path = resolve(this.#options.cwd, arg)
    const kind = this.#kindOf(path, arg)
    if (kind === 'folder') this.#addFolder(path)
    else if (kind === 'file') this.#addNamed(path, arg)
    else if (kind === 'nothing') await this.#addGlob(arg)
  }

  /** Why an argument added nothing. */
  complaint(arg: string): string {
    if (isNeverWalked(resolve(this.#options.cwd, arg)))
      return `"${arg}" lies in a folder of tools, and folders and globs lead to nothing there; name the files themselves, with --no-ignore`
    if (this.#ignoredOnly)
      return this.#options.ignore
        ? `all scripts in "${arg}" are ignored; --no-ignore lints them`
        : `all scripts in "${arg}" are left out by a pattern that begins with "!"`
    if (this.#kindOf(resolve(this.#options.cwd, arg), arg) === 'folder')
      return `there is no script in "${arg}": no file that ends in ${endings}${this.#passedOver ? ` (but ${this.#passedOver}, which is linted where it is named)` : ''}`
    if (arg === '-') return 'no file matches "-"; --stdin lints what is piped in'
    if (arg === 'lint' || arg === 'check') return `no file matches "${arg}"; linting is no command: dunlint FILE…`
    const command = nearest(arg, commandNames)
    return `no file matches "${arg}"${command ? `; did you mean the command "${command}"?` : ` (looked in ${this.#options.cwd})`}`
  }

  result(): FoundScripts {
    const scripts = [...this.#found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    return { scripts, ignored: [...this.#ignored].sort(), troubles: this.troubles }
  }

  #kindOf(path: string, arg: string): 'folder' | 'file' | 'nothing' | 'trouble' {
    try {
      const stats = statSync(path, { throwIfNoEntry: false })
      return stats ? (stats.isDirectory() ? 'folder' : 'file') : 'nothing'
    } catch (error) {
      this.count++
      this.troubles.push(`cannot read "${arg}": ${reasonOf(error)}`)
      return 'trouble'
    }
  }

  #addNamed(path: string, arg: string): void {
    const format = formatOf(path)
    if (!format) throw new SetupError(`"${arg}" is in no format that dunlint reads; a script ends in ${endings}`)
    this.count++
    const isAskedFor = !this.#options.ignore && isNeverWalked(path)
    if (!isAskedFor && this.#ignores.file(path)) this.#ignored.add(path)
    else this.#found.set(path, { path, format })
  }

  #addFolder(folder: string): void {
    if (this.#ignores.folder(folder)) {
      this.#ignoredOnly = true
      return
    }
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      const shown = relative(this.#options.cwd, folder) || folder
      this.troubles.push(`cannot look into the folder "${shown}": ${reasonOf(error)}`)
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = join(folder, entry.name)
      // Links to folders are not followed, so no circle can be walked.
      if (entry.isDirectory()) this.#addFolder(path)
      else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) this.#addMet(path)
    }
  }

  async #addGlob(arg: string): Promise<void> {
    const { glob, isDynamicPattern } = await import('tinyglobby')
    if (!isDynamicPattern(arg)) return
    const paths = await glob(arg, {
      cwd: this.#options.cwd,
      absolute: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**']
    })
    for (const path of paths) this.#addMet(resolve(path))
  }

  /** A file that nobody named: only if it looks like a script. */
  #addMet(path: string): void {
    const format = formatOf(path)
    if (!format) return
    if (isProjectFile(path)) {
      this.#passedOver ??= basename(path)
      return
    }
    if (this.#ignores.file(path)) {
      this.#ignoredOnly = true
      return
    }
    this.count++
    this.#found.set(path, { path, format })
  }
}

function isNegated(arg: string): boolean {
  return arg.startsWith('!') && arg.length > 1
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // A link that leads nowhere is nothing to lint.
    return false
  }
}
