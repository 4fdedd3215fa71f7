import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import type { CaseRecord } from '../../src/record/record.js'
import type { ServedAgreement } from '../../src/server/agreement-api.js'
import { type RunningServer, startServer } from '../../src/server/server.js'

/** A browser on a case's pages. */
export interface Visit {
  /** Opens a page of its own at the address behind `#`; whatever the page logs as an error lands in `errors`. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>
  readonly errors: string[]
  close(): Promise<void>
}

/** Serves `record` and starts the browser that comes as an npm package; `rebuild` makes the record anew after a ruling. */
export async function visit(
  record: CaseRecord,
  folder?: string,
  {
    agreement = null,
    rebuild,
  }: { readonly agreement?: ServedAgreement | null; readonly rebuild?: (rulings: string) => CaseRecord } = {},
): Promise<Visit> {
  const server: RunningServer = await startServer(record, {
    port: 0,
    agreement,
    ...(folder === undefined ? {} : { folder }),
    ...(rebuild && { rebuild, issues: record.issues }),
  })
  const browser: Browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // In a single process the browser ends with its first page.
    args: chromium.args.filter(arg => arg !== '--single-process'),
    headless: true,
  })
  const errors: string[] = []
  return {
    errors,
    async open(address, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
      const page = await context.newPage()
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', error => errors.push(error.message))
      await page.goto(`${server.url}#${address}`)
      await page.waitForSelector('h1')
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
