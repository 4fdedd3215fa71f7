/** ISO 3166-1 alpha-3 for a state (`FRA`), a name in capitals for a body or group (`EU`, `EUROPEAN_ALLIES`, `PUBLIC`), or a case's own id. */
export type PartyId = string

/** A side in this negotiation, a mediator, a guarantor or an outside voice. */
export interface Party {
  readonly id: PartyId
  readonly name: string
  readonly role: 'party' | 'mediator' | 'guarantor' | 'outside' | 'unknown'
}

/** Who a mention stands for. */
export interface Actor {
  /** Fullest name found: `Sergei Lavrov`, `the White House`. */
  readonly name: string
  /** As a report gives it: `Russian Foreign Minister`; null where no report gives one. */
  readonly role: string | null
  /** Null: unknown. */
  readonly party: PartyId | null
}

/** What a case's own file says of its parties: it overrides what is learned from the reports and the gazetteer. */
export interface CaseParty extends Party {
  /** Other names of the party: "Moscow", "the Kremlin". */
  readonly aliases: readonly string[]
  /** Persons and bodies that speak for it. */
  readonly actors: readonly string[]
}
