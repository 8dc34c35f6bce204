import { readFileSync, statSync } from 'node:fs'
import type { Trouble } from '../diagnostic/index.ts'
import type { SourceFile } from '../source/index.ts'
import { createSourceFile } from '../source/index.ts'

/** No call script is this long; what is longer is reported and not read. */
const mostBytes = 16 * 1024 * 1024

/** A file's text, and what was wrong with its bytes. */
export interface ReadSource {
  readonly file: SourceFile
  readonly troubles: readonly Trouble[]
}

/** @throws when the file cannot be read at all. */
export function readSource(path: string): ReadSource {
  const stats = statSync(path)
  if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
  if (!stats.isFile())
    throw Object.assign(new Error('it is no regular file; pipe it in with --stdin'), { code: 'ENOTREG' })
  return stats.size > mostBytes ? tooLarge(path) : decodeSource(path, readFileSync(path))
}

/** Bytes as text. UTF-16 with its mark is read too, but reported, since others would not read it. */
export function decodeSource(path: string, bytes: Uint8Array): ReadSource {
  if (bytes.length > mostBytes) return tooLarge(path)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  const other = encoding ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined)
  if (other) return withTrouble(path, new TextDecoder(other).decode(bytes))
  try {
    return { file: createSourceFile(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)), troubles: [] }
  } catch {
    return withTrouble(path, new TextDecoder('utf-8').decode(bytes))
  }
}

function withTrouble(path: string, text: string): ReadSource {
  const file = createSourceFile(path, text)
  const at = Math.max(0, file.text.indexOf('\uFFFD'))
  return { file, troubles: [{ code: 'not-utf8', span: { start: at, end: at } }] }
}

function tooLarge(path: string): ReadSource {
  return { file: createSourceFile(path, ''), troubles: [{ code: 'too-large', span: { start: 0, end: 0 } }] }
}
