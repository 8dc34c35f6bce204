import { basename } from 'node:path'

/**
 * Files with a script's ending that belong to a project and its tools. They are passed over where a folder or a
 * glob leads to them; whoever wants one linted names it.
 */
const names = [
  /^dunlint\.config\./,
  /^(package|composer|deno|bower|lerna|nx|turbo|biome|renovate|vercel|netlify|firebase|manifest|project)\.json$/,
  /^(package-lock|npm-shrinkwrap|pnpm-lock|pnpm-workspace|pubspec)\.(json|yaml)$/,
  /[.-]lock\.(json|ya?ml)$/,
  /^(tsconfig|jsconfig|tslint|typedoc|knip|components)(\..+)?\.json$/,
  /\.schema\.json$/,
  /\.(eslintrc|prettierrc|stylelintrc|markdownlint)\.(json|ya?ml)$/,
  /^(docker-)?compose(\..+)?\.ya?ml$/,
  /^(mkdocs|codecov|appveyor|azure-pipelines|cloudbuild|lefthook|action|_config)\.ya?ml$/,
  /^(requirements|constraints)([.-].*)?\.txt$/,
  /^(robots|humans|CMakeLists|NOTICE|THIRD-PARTY-LICENSES)\.txt$/i,
  ...proseOfProjects()
]

/**
 * Prose about a project. Names in capitals may go on (`README.zh-Hans.md`, `LICENSE-MIT.txt`); in small letters
 * they may not, since `security-questions.md` and `license-suspension.md` may well be scripts.
 */
function proseOfProjects(): RegExp[] {
  const prose = 'README|CHANGELOG|CONTRIBUTING|LICEN[CS]E|CODE_OF_CONDUCT|SECURITY'
  const ending = '\\.(md|markdown|txt|ya?ml|json)$'
  return [new RegExp(`^(${prose})([._ -].*)?${ending}`), new RegExp(`^(${prose})${ending}`, 'i')]
}

/** Whether a file belongs to a project and its tools rather than to its scripts. */
export function isProjectFile(path: string): boolean {
  const name = basename(path)
  return names.some(pattern => pattern.test(name))
}
