import { ElButton, ElInput, ElMessageBox } from 'element-plus'
import { h, ref } from 'vue'
import { shops } from '@/text/shops.zh'

const LONGEST = 300

/** Asks the officer why, with what is said most often at hand; undefined when he thinks better of it. */
export async function askReason(action: 'ASK' | 'REJECT'): Promise<string | undefined> {
  const { act } = shops
  const reason = ref('')
  const sure = await ElMessageBox({
    title: act[action], confirmButtonText: act[action], cancelButtonText: shops.cancel, showCancelButton: true,
    message: () => h('div', { style: 'display: grid; gap: 8px; width: 100%' }, [
      h('p', act[`${action}Reason`]),
      h(ElInput, { modelValue: reason.value, type: 'textarea', rows: 3, maxlength: LONGEST, placeholder: act.needed, 'aria-label': act[`${action}Reason`], 'onUpdate:modelValue': (words: string) => (reason.value = words) }),
      ...act.usual[action].map((words) => h(ElButton, { size: 'small', text: true, style: 'justify-content: flex-start; margin: 0', onClick: () => (reason.value = words) }, () => words)),
    ]),
    beforeClose: (button, _box, done) => {
      if (button !== 'confirm' || reason.value.trim()) done()
    },
  }).catch(() => false)
  return sure && reason.value.trim() ? reason.value.trim() : undefined
}
