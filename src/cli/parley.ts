#!/usr/bin/env node
import { argv, stdout } from 'node:process'
import { exit, realEffects } from './effects.js'
import { runParley } from './program.js'

// A reader that has seen enough (`parley export | head`) is no failure.
stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  process.exit(exit.done)
})

process.exitCode = await runParley(argv.slice(2), realEffects)
