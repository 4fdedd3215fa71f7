#!/usr/bin/env node
import { argv, exitCode } from 'node:process'
import { Command } from 'commander'
import { runStage } from './stage.js'

const program = new Command('parley').description('Who wants what in a negotiation, from the reports that say so.')

program
  .command('stage <name>')
  .description('run one stage as a filter: JSON lines in, JSON lines out')
  .action(async (name: string) => {
    process.exitCode = await runStage(name)
  })

await program.parseAsync(argv)

export { exitCode }
