/** What `parley model` does: apart from the command, so that the list of commands loads fast. */
export const modelActions = ['import', 'export'] as const
export type ModelAction = (typeof modelActions)[number]
