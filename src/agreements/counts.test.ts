import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountRow, counts } from './counts.js'

type Short = readonly [region: string, cfv: number | null, prev?: number | null, explosions?: number | null]

const short = ({ region, cfv, prev, explosions }: CountRow): Short => [region, cfv, prev, explosions]
const full = ([region, cfv, prev = null, explosions = null]: Short): Short => [region, cfv, prev, explosions]

const said: readonly (readonly [text: string, ...rows: Short[]])[] = [
  ['Observers noted 14 ceasefire violations in Teskel region.', ['Teskel', 14]],
  ['In Teskel region, the mission logged about 1,050 ceasefire violations.', ['Teskel', 1050]],
  ['Twenty-five violations of the ceasefire were logged in the Teskel region.', ['Teskel', 25]],
  ['The mission logged one hundred and five ceasefire violations in Teskel oblast.', ['Teskel', 105]],
  [
    'A dozen ceasefire violations were heard in Teskel province, and none in Corvel province.',
    ['Teskel', 12],
    ['Corvel', 0],
  ],
  ['The mission logged a ceasefire violation in Teskel region.', ['Teskel', 1]],
  ['Monitors counted no truce violations in North Teskel region.', ['North Teskel', 0]],
  ['The mission did not log any ceasefire violations in Corvel region.', ['Corvel', 0]],
  [
    'The mission logged 60 ceasefire violations, 45 of them in Teskel region and 15 in Corvel region.',
    ['total', 60],
    ['Teskel', 45],
    ['Corvel', 15],
  ],
  ['The mission logged ten more ceasefire violations in Teskel region than in the previous week.'],
  ['No ceasefire violations were logged in either Teskel or Corvel region.', ['Teskel', 0], ['Corvel', 0]],
  ['It logged no ceasefire violations in the regions of Teskel and Corvel.', ['Teskel', 0], ['Corvel', 0]],
  [
    'The mission logged 30 and two ceasefire violations in Teskel and Corvel regions, respectively.',
    ['Teskel', 30],
    ['Corvel', 2],
  ],
  ['In Teskel and Corvel regions, monitors noted 30 and 2 ceasefire violations.', ['Teskel', 30], ['Corvel', 2]],
  ['In Teskel region monitors noted 30 ceasefire violations; in Corvel region, four.', ['Teskel', 30], ['Corvel', 4]],
  ['Monitors noted 30 ceasefire violations in Teskel and four in Corvel.', ['Teskel', 30], ['Corvel', 4]],
  ['Ceasefire violations: Teskel region 30, Corvel region 4.', ['Teskel', 30], ['Corvel', 4]],
  ['The mission logged 40 ceasefire violations in Teskel and Corvel regions.', ['total', 40]],
  [
    'The mission logged 40 ceasefire violations: 30 in Teskel region and ten in Corvel region.',
    ['total', 40],
    ['Teskel', 30],
    ['Corvel', 10],
  ],
  [
    'This week the mission logged some 3,500 ceasefire violations, against 4,200 in the previous week.',
    ['total', 3500, 4200],
  ],
  [
    'In Teskel region, it logged 80 ceasefire violations, compared with 157 in the previous reporting period.',
    ['Teskel', 80, 157],
  ],
  ['In Teskel region, it logged 80 ceasefire violations (157 in the preceding 24 hours).', ['Teskel', 80, 157]],
  ['In Teskel region, it logged 80 ceasefire violations, down from about 157 a day earlier.', ['Teskel', 80, 157]],
  ['In Teskel region, ceasefire violations rose from 15 to 80.', ['Teskel', 80, 15]],
  [
    'Monitors logged 80 ceasefire violations in Teskel region, compared with 157 in the previous period, and three in Corvel region, compared with none.',
    ['Teskel', 80, 157],
    ['Corvel', 3, 0],
  ],
  [
    'Monitors logged 80 ceasefire violations in Teskel region and three in Corvel region, compared with 157 and 20, respectively, the day before.',
    ['Teskel', 80, 157],
    ['Corvel', 3, 20],
  ],
  [
    'Compared with the previous period, monitors logged fewer ceasefire violations in Teskel region (80) and more in Corvel region (20).',
    ['Teskel', 80],
    ['Corvel', 20],
  ],
  [
    'Monitors logged fewer ceasefire violations in Teskel region (80) than in the previous 24 hours (157).',
    ['Teskel', 80, 157],
  ],
  [
    'Monitors logged 80 ceasefire violations in Teskel region, fewer than in the previous period, when they logged 157.',
    ['Teskel', 80, 157],
  ],
  [
    'Monitors logged two ceasefire violations in Teskel region, the same number as in the previous reporting period.',
    ['Teskel', 2, 2],
  ],
  ['No ceasefire violations were logged in Teskel region, as in the previous reporting period.', ['Teskel', 0, 0]],
  [
    'Monitors logged nine ceasefire violations in Teskel region. In the previous reporting period, they logged 11.',
    ['Teskel', 9, 11],
  ],
  [
    'Monitors logged nine ceasefire violations in Teskel region and two in Corvel region. In the previous reporting period, 11 and none were logged, respectively.',
    ['Teskel', 9, 11],
    ['Corvel', 2, 0],
  ],
  [
    'Monitors logged nine ceasefire violations in Teskel region and two in Corvel region. During the previous 24 hours, they logged no ceasefire violations in either region.',
    ['Teskel', 9, 0],
    ['Corvel', 2, 0],
  ],
  [
    'Monitors logged nine ceasefire violations in Teskel region and two in Corvel region. They had logged 11 in Teskel and four in Corvel in the previous reporting period.',
    ['Teskel', 9, 11],
    ['Corvel', 2, 4],
  ],
  [
    'Monitors logged nine ceasefire violations in Teskel region, while in the previous reporting period they logged 11.',
    ['Teskel', 9, 11],
  ],
  [
    'In Teskel region, monitors logged 594 ceasefire violations, including about 450 undetermined explosions (225 violations in the previous reporting period).',
    ['Teskel', 594, 225, 450],
  ],
  ['In Teskel region, 12 ceasefire violations, seven of which were explosions, were logged.', ['Teskel', 12, null, 7]],
  ['Monitors logged a single ceasefire violation in Teskel region (an explosion).', ['Teskel', 1, null, 1]],
  ['Monitors logged three ceasefire violations in Teskel region, all undetermined explosions.', ['Teskel', 3, null, 3]],
  ['Monitors logged 20 ceasefire violations in Teskel region, including no explosions.', ['Teskel', 20, null, 0]],
  ['Monitors logged 20 ceasefire violations in Teskel region. Of these, six were explosions.', ['Teskel', 20, null, 6]],
  [
    'Monitors logged more ceasefire violations in Teskel region, including about 340 explosions, compared with the previous 24 hours (about 155 explosions).',
    ['Teskel', null, null, 340],
  ],
  [
    'In Teskel region, monitors logged 34 ceasefire violations, 30 of which were assessed as live-fire exercises in a range 12km north of Vell.',
    ['Teskel', 34],
  ],
  [
    'In Teskel region, monitors logged 34 ceasefire violations, most of them within 5km of Vell station, 20% fewer than usual.',
    ['Teskel', 34],
  ],
  [
    'Teskel region\nThe mission logged 34 ceasefire violations, including 5 explosions.\nCorvel region\nThe mission logged none; it heard three shots. No ceasefire violations were seen.',
    ['Teskel', 34, null, 5],
    ['Corvel', 0],
  ],
  [
    'Monitors logged 128 ceasefire violations (105 in the previous reporting period) in Teskel region and 26 (20) in Corvel region.',
    ['Teskel', 128, 105],
    ['Corvel', 26, 20],
  ],
  [
    'A total of 154 ceasefire violations were logged (Teskel region: 128, Corvel region: 26).',
    ['total', 154],
    ['Teskel', 128],
    ['Corvel', 26],
  ],
  ['A ceasefire violation was logged in Corvel region; none were logged in the previous period.', ['Corvel', 1, 0]],
  [
    'Ceasefire violations in Teskel region numbered 33 (17 the day before), of which 5 were explosions.',
    ['Teskel', 33, 17, 5],
  ],
  ['Teskel region: 33 ceasefire violations, incl. 5 explosions (prev. period: 17).', ['Teskel', 33, 17, 5]],
  [
    'Compared with 17 ceasefire violations in the previous reporting period, monitors logged 33 ceasefire violations in Teskel region.',
    ['Teskel', 33, 17],
  ],
  ['In Corvel region, for the first time since 5 March, no ceasefire violations were logged.', ['Corvel', 0]],
  ['Since 4 May, monitors have logged at least 1,200 ceasefire violations in Teskel region.'],
  ['So far, 1,200 ceasefire violations have been logged in Teskel region since the truce began.'],
  ['Monitors logged three ceasefire violations inside the disengagement area near Vell.'],
  ['Monitors saw 14 tanks and heard three shots in Teskel region.'],
  ['Monitors logged fewer ceasefire violations in Teskel region.'],
]

test.each(said.map(([text, ...rows]) => ({ text, rows })))('$text', ({ text, rows }) => {
  expect(counts(text).map(short)).toEqual(rows.map(full))
})

const ends: readonly (readonly [string, string | null])[] = [
  ['Between the evenings of 4 and 5 May 2031, monitors logged 9 ceasefire violations in Teskel region.', '2031-05-05'],
  ['From 30 April to 6 May 2031, monitors logged 9 ceasefire violations in Teskel region.', '2031-05-06'],
  [
    'Between 19:30 on 4 May and 19:30 on 5 May 2031, 9 ceasefire violations were logged in Teskel region.',
    '2031-05-05',
  ],
  ['On the evening of May 5, 2031, monitors logged 9 ceasefire violations in Teskel region.', '2031-05-05'],
  ['In the week of 1–7 June 2031, monitors logged 9 ceasefire violations in Teskel region.', '2031-06-07'],
  ['Monitors logged 9 ceasefire violations in Teskel region on 2031-05-05.', '2031-05-05'],
  ['Daily report, issued on 6 May 2031\nMonitors logged 9 ceasefire violations in Teskel region.', '2031-05-05'],
  ['Spot report, issued on 6 May 2031\nMonitors logged 9 ceasefire violations in Teskel region.', null],
  [
    'Based on what was known as of 19:30, 5 May 2031.\nMonitors logged 9 ceasefire violations in Teskel region.',
    '2031-05-05',
  ],
  ['Issued 2 January 2032. From 30 to 31 December, 9 ceasefire violations were logged in Teskel region.', '2031-12-31'],
  ['Between the evenings of 4 and 5 May, monitors logged 9 ceasefire violations in Teskel region.', null],
]

test.each(ends)('the period of "%s" ends on %s', (text, end) => {
  expect(counts(text)).toEqual([{ region: 'Teskel', period_end: end, cfv: 9, explosions: null, prev: null }])
})

test('a whole report yields the counts of its summary, and none of what a patrol saw in some place', () => {
  const text = `Daily Report 94/2031 issued on 24 April 2031
Summary
• In Teskel region, the mission logged 374 ceasefire violations, including 133 explosions. In the previous reporting period, it logged 488 ceasefire violations in the region.
• In Corvel region, it logged two ceasefire violations (both explosions). In the previous reporting period, it logged six ceasefire violations in the region.
• The mission saw people inside the disengagement area near Vell.
• It went on following up reports of civilian casualties.
Ceasefire violations
The majority of ceasefire violations in Teskel region, including most explosions (about 100), occurred near Vell (government-controlled, 12km north of Teskel).
On 19 April, a patrol saw three craters at 4 Mill Road.
In the disengagement area near Vell, a camera logged two ceasefire violations. A drone saw 15 howitzers (122mm) and logged 12 ceasefire violations.
Under the agreement of 22 July 2030, from 00:01 on 27 July 2030 until the end of the period, the mission logged at least 9,900 ceasefire violations in both Teskel and Corvel regions.`
  expect(counts(text)).toEqual([
    { region: 'Teskel', period_end: '2031-04-23', cfv: 374, explosions: 133, prev: 488 },
    { region: 'Corvel', period_end: '2031-04-23', cfv: 2, explosions: 2, prev: 6 },
  ])
})

test('each period of a report has its own rows', () => {
  const text =
    'Issued on 7 September 2031.\n' +
    '• Between the evenings of 4 and 5 September, monitors logged one ceasefire violation in Teskel region and none in Corvel region.\n' +
    '• Between the evenings of 5 and 6 September, they logged three ceasefire violations in Teskel region.'
  expect(counts(text).map(({ region, period_end, cfv }) => [region, period_end, cfv])).toEqual([
    ['Teskel', '2031-09-05', 1],
    ['Corvel', '2031-09-05', 0],
    ['Teskel', '2031-09-06', 3],
  ])
})

test('a count that a report gives twice is one row, and the second telling adds what the first left out', () => {
  const text =
    'Monitors logged 9 ceasefire violations in Teskel region.\nIn detail: in Teskel region, monitors logged 9 ceasefire violations, including 4 explosions.'
  expect(counts(text).map(short)).toEqual([['Teskel', 9, null, 4]])
})

test('a count is read back whatever its size and however it is written', () => {
  const figure = fc.integer({ min: 2, max: 999_999 })
  fc.assert(
    fc.property(figure, figure, fc.boolean(), (now, before, hasComma) => {
      const write = (value: number) => (hasComma ? value.toLocaleString('en-US') : String(value))
      const text = `In Teskel region, monitors logged ${write(now)} ceasefire violations, compared with ${write(before)} in the previous week.`
      expect(counts(text).map(short)).toEqual([['Teskel', now, before, null]])
    }),
  )
})

test('any text is read without fail, and every row names a region and carries a figure', () => {
  const piece = fc.constantFrom(
    ...[
      'In',
      'Teskel',
      'region',
      'both',
      'regions',
      '12',
      'no',
      'ceasefire',
      'violations',
      '(',
      ')',
      ',',
      '.',
      ';',
      'compared with',
      'and',
    ],
    ...[
      'the previous reporting period',
      'explosions',
      'including',
      'from',
      '4 May',
      '2031',
      'of which',
      'all',
      'more',
      'a',
      'dozen',
      '\n',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      for (const { region, cfv, explosions, prev } of counts(pieces.join(' '))) {
        expect(region).not.toBe('')
        expect([cfv, explosions, prev].some(value => value !== null)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})
