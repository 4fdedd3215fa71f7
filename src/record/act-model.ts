import { type ActModel, readModel } from '../positions/act-model/model.js'
import { modelFile } from './model-files.js'

let shared: ActModel | undefined

/** The model of acts that comes with the package, read once. */
export function actModel(): ActModel {
  shared ??= readModel(modelFile('acts.bin'))
  return shared
}
