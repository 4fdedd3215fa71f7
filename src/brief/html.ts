import { html as markup, raw } from 'hono/html'
import type { Brief, BriefParty, BriefPosition, BriefSource } from './brief.js'
import { proposalLine } from './brief-proposal.js'
import type { BriefIssue, BriefStance } from './options.js'
import {
  actSign,
  conditionLine,
  count,
  headline,
  movementLine,
  optionStance,
  references,
  reportLine,
  speaker,
  stance,
  standing,
  unspecifiedLine,
  weight,
} from './phrases.js'
import { style } from './style.js'

type Markup = ReturnType<typeof markup>

/**
 * The brief as one self-contained page: no script, no request to anywhere, made to be printed and mailed.
 *
 * Every word of a report is escaped by the template.
 */
export async function html(brief: Brief): Promise<string> {
  const page = await markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${brief.name}: brief</title>
<style>${raw(style)}</style>
</head>
<body>
<header><h1>${brief.name}</h1><p>${headline(brief)}</p></header>
<main>
${matrix(brief)}
<section><h2>Positions</h2>${brief.parties.map(party)}</section>
${brief.issues.length > 0 ? markup`<section><h2>Options</h2>${brief.issues.map(issueOptions)}</section>` : ''}
${brief.conditions.length > 0 ? conditions(brief) : ''}
${brief.pledges.length > 0 ? pledges(brief) : ''}
${brief.discrepancies.length > 0 ? discrepancies(brief) : ''}
${brief.proposals.length > 0 ? proposals(brief) : ''}
<section><h2>Sources</h2><ol>${brief.sources.map(source)}</ol></section>
${brief.refused.length > 0 ? refused(brief) : ''}
</main>
</body>
</html>
`
  return String(page)
}

function matrix({ parties }: Brief): Markup {
  const issues = new Map(parties.flatMap(({ positions }) => positions.map(({ issue }) => [issue.id, issue.name])))
  return markup`<section><h2>Who wants what</h2><div class="wide"><table>
<thead><tr><th scope="col">Issue</th>${parties.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${[...issues].map(
    ([
      id,
      name,
    ]) => markup`<tr><th scope="row">${name}</th>${parties.map(({ positions }) => cell(positions.find(({ issue }) => issue.id === id)))}</tr>
`,
  )}</tbody></table></div></section>`
}

function cell(position: BriefPosition | undefined): Markup {
  if (!position) return markup`<td>—</td>`
  const { act, conditional, redLine } = position
  return markup`<td><span class="sign">${actSign(act).sign}</span> ${actSign(act).word}${conditional ? ' if' : ''}${redLine ? markup` <strong class="red">RED</strong>` : ''}<br><small>${weight(position)}</small></td>`
}

function party({ name, positions }: BriefParty): Markup {
  return markup`<h3>${name}</h3>
${positions.map(
  position => markup`<article><h4><span class="sign">${actSign(position.act).sign}</span> ${position.issue.name}: ${stance(position)} <small>${weight(position)}</small></h4>
${position.evidence.map(quote => markup`<blockquote><p>${quote.words}</p><footer>${speaker(quote, position)} ${references([quote.ref])}</footer></blockquote>`)}</article>`,
)}`
}

function issueOptions({ name, options, unspecified }: BriefIssue): Markup {
  return markup`<h3>${name}</h3><ul>
${options.map(option => markup`<li><b>${option.name}</b><ul>${option.stances.map(optionStanceItem)}</ul></li>`)}
${unspecified > 0 ? markup`<li><small>${unspecifiedLine(unspecified)}</small></li>` : ''}</ul>`
}

function optionStanceItem(each: BriefStance): Markup {
  const lines = each.movements.flatMap(movement => movementLine(movement) || [])
  return markup`<li><span class="sign">${actSign(each.act).sign}</span> <span class="${each.redLine ? 'red' : ''}">${optionStance(each)}</span> <small>${weight(each)} ${references(each.refs)}</small>${lines.map(line => markup`<br><small>${line}</small>`)}</li>`
}

function conditions(brief: Brief): Markup {
  return markup`<section><h2>Conditions</h2><ul>${brief.conditions.map(
    link => markup`<li><b>${link.party}</b>: ${conditionLine(link)} <small>${standing(link)}</small></li>`,
  )}${brief.circles.map(circle => markup`<li class="red">Circle: ${circle}</li>`)}</ul></section>`
}

function pledges(brief: Brief): Markup {
  return markup`<section><h2>Pledges</h2><ul>${brief.pledges.map(
    one => markup`<li><b>${one.kind}</b>: ${one.says} <small>${standing(one)}</small></li>`,
  )}</ul></section>`
}

function discrepancies(brief: Brief): Markup {
  return markup`<section><h2>Discrepancies</h2><ul>${brief.discrepancies.map(
    ({ summary, within, sides, resolution }) =>
      markup`<li>${summary}${within === 'lineage' ? ' (within one source)' : ''}<ul>${sides.map(
        side => markup`<li>${side.says} <small>${standing(side)}</small></li>`,
      )}${resolution ? markup`<li>Ruling: ${resolution}</li>` : ''}</ul></li>`,
  )}</ul></section>`
}

function proposals(brief: Brief): Markup {
  return markup`<section><h2>Proposals</h2><ul>${brief.proposals.map(
    proposal =>
      markup`<li><b>${proposalLine(proposal)}</b> <small>${standing(proposal)}</small><ul>${proposal.versions.map(
        ({ name, first, answers, points }) =>
          markup`<li>${[name, first].filter(Boolean).join(', ')}<ul>${[...answers, ...points].map(
            line => markup`<li>${line.words} <small>${standing(line)}</small></li>`,
          )}</ul></li>`,
      )}</ul></li>`,
  )}</ul></section>`
}

function source({ title, reports, why, origin, drift }: BriefSource): Markup {
  return markup`<li><b>${title}</b> <small>${count(reports.length, 'report')}</small><ul>
${reports.map(report => markup`<li>[${report.ref}] ${reportLine(report)}</li>`)}
${why.length > 0 ? markup`<li>one source because of ${why.join('; ')}</li>` : ''}
${origin ? markup`<li>likely origin ${origin}</li>` : ''}
${drift.map(({ ref, words }) => markup`<li>≠ [${ref}] ${words}</li>`)}</ul></li>`
}

function refused(brief: Brief): Markup {
  return markup`<section><h2>Refused inputs</h2><ul>${brief.refused.map(({ place, reason, mend }) => markup`<li><b>${place}</b>: ${reason} ${mend}</li>`)}</ul></section>`
}
