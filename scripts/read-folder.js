import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** All files of a folder as text, by their path inside it, with `/`; the shape in which packs are read. */
export function readFolder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name))
  return new Map(files.sort().map(file => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]))
}
