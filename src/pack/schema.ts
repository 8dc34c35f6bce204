import type { ErrorObject, ValidateFunction } from 'ajv'
import { didYouMean } from '../rule/nearest.ts'
import conceptsSchema from './concepts.schema.json' with { type: 'json' }
import type { PackProblem } from './pack.ts'
import ruleSchema from './rule.schema.json' with { type: 'json' }
import sourcesSchema from './sources.schema.json' with { type: 'json' }
import type { YamlFile } from './yaml-file.ts'

/** What a rule in code may say is what a rule in YAML may say, with patterns under names of its own. */
const codeSchema = {
  type: 'object',
  required: ['category', 'messages', 'patterns', 'check'],
  additionalProperties: false,
  properties: {
    ...pick(ruleSchema.properties, [
      'category',
      'severity',
      'evaluability',
      'languages',
      'applies',
      'title',
      'why',
      'limits',
      'messages',
      'advice',
      'references',
      'suppressible'
    ]),
    patterns: {
      type: 'object',
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
    },
    check: {}
  },
  definitions: ruleSchema.definitions
}

const schemas = { rule: ruleSchema, concepts: conceptsSchema, sources: sourcesSchema, code: codeSchema }
export type SchemaName = keyof typeof schemas

const compiled = new Map<SchemaName, ValidateFunction>()

/** What a file breaks of its published schema; ajv is loaded only where a pack is read from its texts. */
export async function validate(file: YamlFile, name: SchemaName): Promise<PackProblem[]> {
  let check = compiled.get(name)
  if (!check) {
    const { Ajv } = await import('ajv')
    check = new Ajv({
      allErrors: true,
      verbose: true,
      strict: true,
      strictRequired: false,
      strictTypes: false
    }).compile(schemas[name])
    compiled.set(name, check)
  }
  if (check(file.data)) return []
  const errors = (check.errors ?? []).filter(
    error => !['if', 'not', 'allOf'].includes(error.keyword) || error.keyword === 'not'
  )
  return errors.map(error => file.problem(pathOf(error), describe(error)))
}

function pathOf(error: ErrorObject): (string | number)[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const extra = error.params.additionalProperty ?? error.propertyName
  return (extra === undefined ? path : [...path, extra as string]).map(part =>
    /^\d+$/.test(part) ? Number(part) : part
  )
}

function describe(error: ErrorObject): string {
  const { params } = error
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
    return `unknown key "${params.additionalProperty}"${didYouMean(params.additionalProperty, known)}`
  }
  if (error.keyword === 'required') return `the key "${params.missingProperty}" is missing`
  if (error.keyword === 'enum') {
    const allowed = params.allowedValues as string[]
    return `"${error.data}" is not one of ${allowed.join(', ')}${didYouMean(String(error.data), allowed)}`
  }
  if (error.keyword === 'not')
    return 'a rule of kind prohibit has patterns, one of kind require has elements; this one has both'
  if (error.keyword === 'type' && params.type === 'string' && typeof error.data === 'object' && error.data !== null)
    return 'must be a text; what begins with { needs quotation marks, as in "{officer} .. you"'
  return error.message ?? 'is not valid'
}

function pick<T extends object, K extends keyof T>(source: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map(key => [key, source[key]])) as Pick<T, K>
}
