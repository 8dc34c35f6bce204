import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outline } from '../../src/script/index.ts'
import { parse } from './read.ts'

const folder = new URL('../../fixtures/formats/', import.meta.url)
const names = readdirSync(folder).filter(name => /\.(?:md|txt)$/.test(name))

test.each(names)('%s is read as its .parsed file says', async name => {
  const { script, troubles } = parse(readFileSync(new URL(name, folder), 'utf8'))
  expect(troubles).toEqual([])
  await expect(outline(script)).toMatchFileSnapshot(new URL(`${name}.parsed`, folder).pathname)
})
