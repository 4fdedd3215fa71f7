import type { Judgement } from '../src/positions/act-model/model.js'

export interface Judged {
  readonly set: string
  readonly plover: string | null
  readonly judgement: Judgement
}

export interface Facts {
  readonly verbal: readonly string[]
  readonly settings: Readonly<Record<string, unknown>>
  readonly features: number
  readonly bytes: number
  readonly sha256: string
  readonly data: string
  readonly examples: readonly (readonly [string, number])[]
}

/** `docs/quality/acts.md`: what cross-validation says of the model of acts, and its card. */
export function actsQuality(judged: readonly Judged[], facts: Facts): string {
  const sets = [
    ['plv', 'PLV (Hu et al., ACL 2024)'],
    ['plover-gsr', 'PLOVER gold-standard records'],
  ] as const
  const isVerbal = ({ plover }: Judged) => plover !== null && facts.verbal.includes(plover)
  const rows = sets.map(([set, name]) => {
    const own = judged.filter(each => each.set === set && isVerbal(each))
    const others = judged.filter(each => each.set === set && each.plover !== null && !isVerbal(each))
    const right = own.filter(each => each.judgement.plover === each.plover).length
    return `| ${name} | ${own.length} | ${percent(right, own.length)} | ${covered(own)} | ${percent(own.filter(({ judgement }) => judgement.plover === null).length, own.length)} | ${percent(others.filter(({ judgement }) => judgement.plover === null).length, others.length)} of ${others.length} |`
  })
  const plv = judged.filter(each => each.set === 'plv')
  const curve = [0.5, 0.6, 0.7, 0.8, 0.9].map(from => {
    const none = (each: Judged) => noneOf(each, facts) > from
    const own = plv.filter(isVerbal)
    const others = plv.filter(each => each.plover !== null && !isVerbal(each))
    return `| ${from} | ${percent(own.filter(none).length, own.length)} | ${percent(others.filter(none).length, others.length)} |`
  })
  const byType = facts.verbal.map(type => {
    const own = plv.filter(each => each.plover === type)
    const said = plv.filter(each => isVerbal(each) && each.judgement.plover === type)
    const right = own.filter(each => each.judgement.plover === type).length
    return `| ${type} | ${own.length} | ${percent(right, own.length)} | ${percent(right, said.length)} |`
  })
  return `# Acts: what the model is worth

Written by \`npm run train:acts -- --data DIR\`. All figures are grouped ${facts.settings.folds}-fold cross-validation on the open half of the data: no sentence is judged by a model that saw it or a near copy of it. Sentences printed in the CAMEO manual are learned from nowhere; that includes every gold-standard record, so that its row shows how the model carries over to a set it knows nothing of.

## The seven verbal types

| set | sentences | right | right at 90 % coverage | left open | deeds told apart as none of them |
|---|---|---|---|---|---|
${rows.join('\n')}

For comparison: a verb lexicon 67.8 % on PLV, a large zero-shot language model 82.7 %; two human coders agree on a top code in 45 to 70 % of cases.

By type, on PLV: share found, share right of what is said.

| type | sentences | found | right |
|---|---|---|---|
${byType.join('\n')}

## None of these

A sentence that reports a deed, or nothing, should get no verbal act. The share of verbal sentences lost and of others told apart, by the probability from which the model says "none"; ${facts.settings.noneFrom} is used.

| from | verbal sentences lost | others told apart |
|---|---|---|
${curve.join('\n')}

Where 93 % of the others are told apart, ${lostAt(
    0.93,
    plv.filter(isVerbal),
    plv.filter(each => each.plover !== null && !isVerbal(each)),
    facts,
  )} of the verbal sentences are lost.

## Calibration

${calibration(judged.filter(each => each.set === 'plv' && each.plover !== null))}

## The model's card

- **What it is.** A multinomial logistic model over words, word pairs, the frame of the main verb and of its complement, deeds, and the cues of \`acts.json\`; names of persons and places are left out. It stands beside the rules: they explain, it decides where they are silent.
- **Data.** ${facts.examples.map(([set, n]) => `${set} ${n}`).join(', ')}; of cameo-class only the quarter of the scheme is known, which is used as a partial label. Sentences printed in the CAMEO manual and near copies of them are left out (all of plover-gsr, a sixth of plv, a fifth of cameo-class). SHA-256 of the data: \`${facts.data.slice(0, 16)}\`.
- **Licences of the data.** PLV: none stated. PLOVER gold-standard records: CC BY-SA 4.0. cameo-class: from a GPL-3.0 repository. PETRARCH2 validation: MIT repository, texts not for redistribution. No sentence of them is in this repository.
- **File.** \`models/acts.bin\`, ${facts.bytes} bytes, ${facts.features} features, SHA-256 \`${facts.sha256.slice(0, 16)}\`.
- **Settings.** ${Object.entries(facts.settings)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`)
    .join('; ')}.
- **Known weaknesses.** One sentence, one act: the second act of a sentence is lost. English news only. Whether an agreement counts as AGREE or SUPPORT, and a refusal "until" as REJECT or REQUEST, is a matter of the coding manual more than of the words, and is where most errors lie.
`
}

/** Right among the surest 90 %: those left open come last. */
function covered(own: readonly Judged[]): string {
  const count = Math.ceil(own.length * 0.9)
  const sure = own
    .filter(({ judgement }) => judgement.plover !== null)
    .sort((a, b) => b.judgement.confidence - a.judgement.confidence)
    .slice(0, count)
  return percent(sure.filter(each => each.judgement.plover === each.plover).length, count)
}

function noneOf({ judgement }: Judged, { verbal }: Facts): number {
  return 1 - judgement.probabilities.slice(0, verbal.length).reduce((sum, p) => sum + p, 0)
}

/** The share of verbal sentences lost at the threshold that tells `share` of the others apart. */
function lostAt(share: number, own: readonly Judged[], others: readonly Judged[], facts: Facts): string {
  const sorted = others.map(each => noneOf(each, facts)).sort((a, b) => b - a)
  const from = sorted[Math.ceil(share * sorted.length) - 1] ?? 1
  return percent(own.filter(each => noneOf(each, facts) >= from).length, own.length)
}

function calibration(own: readonly Judged[]): string {
  const answered = own.filter(({ judgement }) => judgement.plover !== null)
  const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95].map((from, i, all) => {
    const within = answered.filter(
      ({ judgement }) => judgement.confidence >= from && judgement.confidence < (all[i + 1] ?? 1.01),
    )
    const right = within.filter(each => each.judgement.plover === each.plover).length
    const mean = within.reduce((sum, { judgement }) => sum + judgement.confidence, 0) / Math.max(1, within.length)
    return { from, count: within.length, mean, right: right / Math.max(1, within.length) }
  })
  const error =
    bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.mean - bin.right), 0) / Math.max(1, answered.length)
  return `On all of PLV, deeds included, of what is answered: expected calibration error ${error.toFixed(3)}.

| confidence from | sentences | mean confidence | right |
|---|---|---|---|
${bins.map(bin => `| ${bin.from} | ${bin.count} | ${(100 * bin.mean).toFixed(0)} % | ${(100 * bin.right).toFixed(0)} % |`).join('\n')}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
