import { expect, test } from 'vitest'
import { readRobots } from './robots.js'

test('the longest rule decides, and of two alike the one that allows', () => {
  const robots = readRobots(
    'User-agent: *\nDisallow: /private/\nAllow: /private/press\nDisallow: /a\nAllow: /a',
    'parley',
  )
  expect(robots.allows('/news')).toBe(true)
  expect(robots.allows('/private/x')).toBe(false)
  expect(robots.allows('/private/press/1')).toBe(true)
  expect(robots.allows('/a')).toBe(true)
})

test('a group that names us stands for the one for all', () => {
  const robots = readRobots(
    'User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-agent: Parley\nCrawl-delay: 4\nDisallow: /search # not this\n',
    'parley',
  )
  expect(robots.allows('/news')).toBe(true)
  expect(robots.allows('/search?q=x')).toBe(false)
  expect(robots.delay).toBe(4)
})

test('stars and an end are understood', () => {
  const robots = readRobots('User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/\nDisallow: /x*x$', 'parley')
  expect(robots.allows('/a/b.pdf')).toBe(false)
  expect(robots.allows('/a/b.pdf?x=1')).toBe(true)
  expect(robots.allows('/a/print/1')).toBe(false)
  expect(robots.allows('/x')).toBe(true)
  expect(robots.allows('/xx')).toBe(false)
})

test('no rules, or an empty one, forbid nothing', () => {
  for (const text of ['', 'Disallow: /', 'User-agent: *\nDisallow:', '<html>not found</html>'])
    expect(readRobots(text, 'parley').allows('/news')).toBe(true)
})
