import { ElMessage } from 'element-plus'
import { failureOf } from '@/client'
import { saveAs } from '@/register/download'
import { doors as text } from '@/text/doors.zh'

/** Hands over what the service makes, or says why it did not. */
export async function download(file: Promise<Blob>, name: string): Promise<void> {
  try {
    saveAs(await file, name)
  } catch (error) {
    await complain(error)
  }
}

export async function complain(error: unknown): Promise<void> {
  ElMessage.error({ message: `${text.failed}：${(await failureOf(error)).message}`, duration: 6000 })
}

/** Whether the contract takes it: a county, a town or a village. */
export const isRange = (division: string | undefined): division is string => /^[1-9]\d{5}(\d{3}(\d{3})?)?$/.test(division ?? '')
