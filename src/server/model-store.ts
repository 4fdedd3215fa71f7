import { type TextStore, textStore } from './text-store.js'

/** The `model.yaml` of one case folder. */
export type ModelStore = TextStore

/** The store of a case folder; null where `folder` is no folder. */
export const modelStore = (folder: string): Promise<ModelStore | null> => textStore(folder, 'model.yaml')
