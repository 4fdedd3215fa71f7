import rules from './rules.json' with { type: 'json' }

export type Result = 'compliant' | 'violation' | 'disputed' | 'cannot assess'
export type RuleId = keyof (typeof rules)['rules']

/** What an incident, a day that was due, or a stretch of time means for a norm. */
export interface Finding {
  readonly norm: string
  readonly result: Result
  /** The party that it is said of; null: nobody is named. */
  readonly party: string | null
  /** Minutes of civil time. */
  readonly from: number
  readonly to: number
  readonly rule: RuleId
  /** 0 to 1; null where nothing can be said. */
  readonly confidence: number | null
  /** Ids of the log. */
  readonly evidence: readonly string[]
  readonly next: NextStep | null
}

/** What the agreement provides for now: the next norm of the ladder, or the mechanism that may find out. */
export interface NextStep {
  readonly kind: 'norm' | 'mechanism'
  readonly id: string
}
