import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledLexicon, Concept } from '../match/index.ts'
import { restoreLexicon } from '../match/stored-lexicon.ts'
import type { PackResult } from '../pack/index.ts'
import type { ReaderModel } from '../read/index.ts'
import { restoreModel } from '../read/stored-model.ts'
import { describeProblem } from './describe-problem.ts'
import { packageRoot } from './package-root.ts'
import { readPackFolder } from './read-folder.ts'
import { SetupError } from './setup-error.ts'

/** True where the build has put the program into one bundle; then the packs are compiled beside it. */
declare const isBundled: boolean | undefined

/** The packs that run without any config. */
export const recommended = ['core']

/** What lies beside the packs: the concepts they share, and what the second reader has learnt. */
const notPacks = new Set(['concepts', 'reader'])

/** The folder with the rules that come with the program, as they were written. */
export function rulesFolder(): string {
  return join(packageRoot(), 'rules')
}

/** The names of the packs that come with the program. */
export function builtInNames(): string[] {
  return readdirSync(rulesFolder(), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !notPacks.has(entry.name))
    .map(entry => entry.name)
    .sort()
}

/** The concepts that all packs share. */
export async function sharedConcepts(): Promise<readonly Concept[]> {
  const stored = readStored('concepts')
  if (stored) return stored as readonly Concept[]
  const { readConcepts } = await import('../pack/read-pack.ts')
  const { concepts, problems } = await readConcepts(await readPackFolder(join(rulesFolder(), 'concepts')))
  if (problems.length) throw new SetupError(problems.map(describeProblem))
  return concepts
}

/** A pack that comes with the program, compiled when it was built; when run from source, read from its texts. */
export async function builtInPack(name: string, shared: readonly Concept[]): Promise<PackResult> {
  const stored = readStored(name)
  if (stored) return stored as PackResult
  const { readPack } = await import('../pack/read-pack.ts')
  return readPack(await readPackFolder(join(rulesFolder(), name)), shared)
}

/** The lexicon of the recommended packs alone, compiled when the program was built; undefined when run from source. */
export function storedLexicon(): CompiledLexicon | undefined {
  const head = readStored('lexicon')
  if (!head) return undefined
  const bytes = readFileSync(join(packageRoot(), 'dist', 'packs', 'lexicon.bin'))
  // A large file comes in memory of its own, so the numbers can be used where they lie.
  const isAligned = bytes.byteOffset % 4 === 0
  const memory = isAligned ? bytes : Uint8Array.from(bytes)
  const numbers = new Int32Array(memory.buffer, memory.byteOffset, memory.byteLength / 4)
  return restoreLexicon({ head: head as Parameters<typeof restoreLexicon>[0]['head'], numbers })
}

/** What the second reader has learnt. */
export function readerModel(): ReaderModel {
  const folder = join(rulesFolder(), 'reader')
  const head = JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8')) as Parameters<
    typeof restoreModel
  >[0]['head']
  return restoreModel({ head, bytes: readFileSync(join(folder, 'weights.bin')) })
}

function readStored(name: string): unknown {
  if (typeof isBundled === 'undefined') return undefined
  const path = join(packageRoot(), 'dist', 'packs', `${name}.json`)
  if (!existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8'))
}
