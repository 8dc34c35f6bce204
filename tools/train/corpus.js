import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} Wording One labelled line of a script.
 * @property {string} text
 * @property {'en' | 'zh-Hans' | 'zh-Hant'} language
 * @property {'spoken' | 'instruction' | 'debtor'} role
 * @property {readonly string[]} tactics What a reviewer must report; none: it is clean.
 * @property {readonly string[]} [also] What is fair to report too.
 * @property {string} author Who wrote it: wordings of one author are never on both sides of a trial.
 */

/** @returns {Wording[]} All wordings of a folder, in the order of its files. */
export function readCorpus(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => {
      const language = name.slice(0, -'.jsonl'.length)
      return readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => ({ language, ...JSON.parse(line) }))
    })
}

/** What the weights are made from, as one short text: corpus, concepts, and the program that makes features of them. */
export function fingerprint(...files) {
  const hash = createHash('sha256')
  for (const [path, text] of files.flatMap(map => [...map]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    hash.update(`${path}\0${text}\0`)
  return hash.digest('hex').slice(0, 32)
}
