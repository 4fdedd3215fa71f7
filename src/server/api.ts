/**
 * What the pages and other programs get to read, as plain JSON: one file a room.
 *
 * Every offset is a UTF-16 offset into the report's stored text; `end` is exclusive. Dates are ISO 8601, cut to their precision.
 */
export * from './api/agreement.js'
export * from './api/discrepancies.js'
export * from './api/monitor.js'
export * from './api/positions.js'
export * from './api/proposals.js'
export * from './api/record.js'
export * from './api/reports.js'
export * from './api/rulings.js'
export * from './api/shared.js'
export * from './api/statements.js'
