import { ElMessageBox } from 'element-plus'
import { collection } from '@/text/collection.zh'

/** Asks the officer why; undefined when he thinks better of it. */
export async function askReason(action: 'ASK' | 'REJECT' | 'SEND_BACK'): Promise<string | undefined> {
  const { act } = collection
  const given = await ElMessageBox.prompt(act[`${action}Reason`], act[action], {
    confirmButtonText: act[action], cancelButtonText: collection.cancel, inputType: 'textarea',
    inputValidator: (value) => (Boolean(value?.trim()) && value.trim().length <= 500) || act.needed,
  }).catch(() => undefined)
  return given && (given as { value: string }).value.trim()
}
