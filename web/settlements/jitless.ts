import { z } from 'zod'

/** Before any schema is made: the pages' policy forbids code made at run time, which zod would try. */
z.config({ jitless: true })
