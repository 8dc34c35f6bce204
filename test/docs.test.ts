import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../src/config/index.ts'
import schema from '../src/config/schema.json' with { type: 'json' }
import { factNames, factValues } from '../src/script/index.ts'
import { dunlint, folder } from './cli/project.ts'

const read = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')
const block = /```\w+\n([\s\S]*?)```/

test('the whole pack of the guide to rules is right and its specimens hold', () => {
  const page = read('writing-rules.md')
  const files = Object.fromEntries(
    [...page.matchAll(/^`(my-rules\/\S+)`\n\n```\w+\n([\s\S]*?)```/gm)].map(([, path, text]) => [path!, text!])
  )
  expect(Object.keys(files)).toHaveLength(3)
  const cwd = folder(files)
  expect(dunlint(['rules', 'check', 'my-rules'], { cwd })).toEqual({
    code: 0,
    out: '1 pack, 1 rule: nothing wrong\nTo run the specimens: dunlint rules test my-rules\n',
    err: ''
  })
  expect(dunlint(['rules', 'test', 'my-rules'], { cwd })).toEqual({
    code: 0,
    out: '2 specimens: 2 as marked, 0 not\n',
    err: ''
  })
})

test('the guide to config is right, and names every key, fact and value', () => {
  const page = read('config.md')
  const example = block.exec(page)![1]!
  expect(readConfig('dunlint.config.yaml', example).problems).toEqual([])
  const keys = Object.keys(schema.properties).filter(key => key !== '$schema')
  expect(Object.keys(parse(example)).sort()).toEqual(keys.sort())
  const rows = new Map([...page.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, key, text]) => [key!, text!]))
  expect([...rows.keys()].sort()).toEqual([...Object.keys(schema.properties), ...factNames].sort())
  for (const name of factNames) {
    const known: 'any' | readonly string[] = factValues[name]
    if (known !== 'any') expect([...rows.get(name)!.matchAll(/`([^`]+)`/g)].map(match => match[1])).toEqual(known)
  }
})

test('every link of a guide leads somewhere', () => {
  for (const name of ['config.md', 'writing-rules.md', 'scripts.md', 'troubles.md'])
    for (const [, target] of read(name)
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/\]\((?!https?:)([^)#:]+\.md)/g))
      expect(() => read(target!), `${name}: ${target}`).not.toThrow()
})
