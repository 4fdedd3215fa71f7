import { expect, test } from 'vitest'
import { inventedRecord } from '../../test/invented-record.js'
import { brief } from './brief.js'
import { html } from './html.js'
import { markdown } from './markdown.js'
import { terminal } from './terminal.js'

const plain = { color: false, columns: 80 }

test('a position is told with its sentences, the latest first', () => {
  const [position] = brief(inventedRecord).parties[0]?.positions ?? []
  expect(position?.act).toBe('ACCEPT')
  expect(position?.evidence.map(({ date, words }) => [date, words])).toEqual([
    [
      '2031-03-09',
      'Foreign Minister Ilse Varn said that Velmara would accept the inspection only after the troops leave',
    ],
    ['2031-03-02', 'Velmara rejects the dam inspection, Foreign Minister Ilse Varn said'],
  ])
})

test('the terminal shows sources before reports, conditions, both sides of a discrepancy and what was refused', () => {
  expect(terminal(brief(inventedRecord), plain)).toMatchInlineSnapshot(`
    "The Orsa talks
    2 reports, 2 independent sources · 2 statements · 2031-03-02 to 2031-03-09 · 1
    input refused

    SOURCES

    1 No inspection, says Varn
       [1] Harbour Gazette · 2031-03-02 · a.txt
    2 Varn names her price
       [2] Orsa Post · 2031-03-09 · b.txt

    POSITIONS

    Velmara
      ✓ Monitoring: accepts if, softened · 1 src · 1 rep
        2031-03-09 Ilse Varn, Foreign Minister: “Foreign Minister Ilse Varn said
          that Velmara would accept the inspection only after the troops leave” [2]
        2031-03-02 Ilse Varn, Foreign Minister (rejects): “Velmara rejects the dam
          inspection, Foreign Minister Ilse Varn said” [1]

    OPTIONS

    Monitoring
      ◦ dam inspection
        ✓ Velmara: accepts if, softened · 1 src · 1 rep [2]
          softened: 2031-03-02 Ilse Varn: “Velmara rejects the dam inspection,
            Foreign Minister Ilse Varn said” [1]; then 2031-03-09 Ilse Varn:
            “Foreign Minister Ilse Varn said that Velmara would accept the
            inspection only after the troops leave” [2]

    CONDITIONS

      Velmara: accept the inspection — only after — the troops leave · 1 source [2]

    DISCREPANCIES

      Velmara on monitoring: rejects or accepts
        rejects · 1 source [1]
        accepts · 1 source [2]

    REFUSED

      junk.txt: This is no text. Remove it.
    "
  `)
})

test('no line of the terminal is longer than the terminal', () => {
  const lines = terminal(brief(inventedRecord), { color: false, columns: 60 }).split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(60)
})

test('what a report says stays text in Markdown and HTML', async () => {
  const [first, ...rest] = inventedRecord.reports
  if (!first) throw new Error('the invented record has reports')
  const nasty = { ...first, title: '<script>alert(1)</script> [link](x)', place: '*a*.txt' }
  const document = brief({ ...inventedRecord, reports: [nasty, ...rest] })
  expect(await html(document)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(await html(document)).not.toContain('<script>')
  expect(markdown(document)).toContain('\\<script\\>alert(1)\\</script\\> \\[link\\](x)')
})

test('a report cannot steer the terminal with control characters', () => {
  const [first, ...rest] = inventedRecord.reports
  if (!first) throw new Error('the invented record has reports')
  const text = terminal(brief({ ...inventedRecord, reports: [{ ...first, title: 'a\u001b[2Jb' }, ...rest] }), plain)
  expect(text).not.toContain('\u001b')
})

test('the HTML brief asks nothing of the network', async () => {
  const page = await html(brief(inventedRecord))
  expect(page).not.toMatch(/(?:src|href)=|url\(|@import/)
})
