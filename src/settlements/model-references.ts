import type { Given, Model } from './model.js'

/** A name that stands for nothing, with the field where it stands. */
export interface Misreference {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Every issue, option or party named in the model that the model does not have, or has twice. */
export function misreferences(model: Model): Misreference[] {
  const options = new Map(model.issues.map(issue => [issue.id, issue.options]))
  const issueIds = [...options.keys()]
  const twice = (ids: readonly string[], path: readonly PropertyKey[]): Misreference[] =>
    ids.flatMap((id, i) => (ids.indexOf(id) < i ? [{ path: [...path, i], message: `"${id}" stands twice` }] : []))
  const known = (name: string, among: readonly string[], path: readonly PropertyKey[]): Misreference[] =>
    among.includes(name) ? [] : [{ path, message: `"${name}" is none of ${list(among)}` }]
  const names = (given: Given, among: readonly string[], path: readonly PropertyKey[]): Misreference[] => {
    if (given === 'unknown') return []
    if (!Array.isArray(given)) return Object.keys(given).flatMap(name => known(name, among, [...path, name]))
    return [
      ...given.flatMap((one, i) => [one].flat().flatMap(name => known(name, among, [...path, i]))),
      ...given.flatMap((one, i) =>
        [one]
          .flat()
          .flatMap(name =>
            given.slice(0, i).flat().includes(name) ? [{ path: [...path, i], message: `"${name}" stands twice` }] : [],
          ),
      ),
    ]
  }
  const choice = (of: Readonly<Record<string, string | string[]>>, path: readonly PropertyKey[]): Misreference[] =>
    Object.entries(of).flatMap(([issue, chosen]) => [
      ...known(issue, issueIds, [...path, issue]),
      ...[chosen]
        .flat()
        .flatMap(option => (options.has(issue) ? known(option, options.get(issue) ?? [], [...path, issue]) : [])),
    ])
  const whole = (of: Readonly<Record<string, string>>, path: readonly PropertyKey[]): Misreference[] => [
    ...choice(of, path),
    ...issueIds.filter(issue => !(issue in of)).map(issue => ({ path, message: `the issue "${issue}" is missing` })),
  ]
  return [
    ...twice(issueIds, ['issues']),
    ...twice(
      model.parties.map(party => party.id),
      ['parties'],
    ),
    ...model.issues.flatMap((issue, i) => twice(issue.options, ['issues', i, 'options'])),
    ...(model.statusQuo ? whole(model.statusQuo, ['statusQuo']) : []),
    ...model.parties.flatMap((party, p) => {
      const at = ['parties', p]
      const reserve = party.reserve?.given
      return [
        ...names(party.weights.given, issueIds, [...at, 'weights', 'given']),
        ...Object.entries(party.values).flatMap(([issue, { given }]) => [
          ...known(issue, issueIds, [...at, 'values', issue]),
          ...names(given, options.get(issue) ?? [], [...at, 'values', issue, 'given']),
        ]),
        ...(typeof reserve === 'object' && !Array.isArray(reserve) ? whole(reserve, [...at, 'reserve', 'given']) : []),
        ...party.redLines.flatMap((line, i) => choice(line.never, [...at, 'redLines', i, 'never'])),
        ...party.combinations.flatMap((one, i) => choice(one.when, [...at, 'combinations', i, 'when'])),
      ]
    }),
  ]
}

const list = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')}, ...` : names.join(', ')
