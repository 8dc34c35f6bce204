import { basename } from 'node:path'

/**
 * Files with a script's ending that belong to the tools of a project. They are passed over where a folder or a
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
  /^(robots|humans|security|CMakeLists|LICEN[CS]E|NOTICE|THIRD-PARTY-LICENSES)\.txt$/i,
  /^(LICEN[CS]E|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING)\.(md|markdown)$/i
]

/** Whether a file belongs to the tooling of a project rather than to its scripts. */
export function isProjectFile(path: string): boolean {
  const name = basename(path)
  return names.some(pattern => pattern.test(name))
}
