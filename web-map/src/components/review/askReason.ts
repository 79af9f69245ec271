import { ElButton, ElInput, ElMessageBox } from 'element-plus'
import { h, ref } from 'vue'
import { text } from '@/text.zh'

interface Question {
  /** what is about to be done; also the word on the button */
  action: string
  question: string
  /** shown in the empty field */
  needed: string
  /** as many characters as the contract takes */
  longest: number
  /** what is said most often, at hand */
  usual?: readonly string[]
}

/** Asks the officer why; undefined when he thinks better of it. */
export async function askReason({ action, question, needed, longest, usual = [] }: Question): Promise<string | undefined> {
  const reason = ref('')
  const sure = await ElMessageBox({
    title: action, confirmButtonText: action, cancelButtonText: text.app.cancel, showCancelButton: true,
    message: () => h('div', { style: 'display: grid; gap: 8px; width: 100%' }, [
      h('p', question),
      h(ElInput, { modelValue: reason.value, type: 'textarea', rows: 3, maxlength: longest, placeholder: needed, 'aria-label': question, 'onUpdate:modelValue': (given: string) => (reason.value = given) }),
      ...usual.map((words) => h(ElButton, { size: 'small', text: true, style: 'justify-content: flex-start; margin: 0', onClick: () => (reason.value = words) }, () => words)),
    ]),
    beforeClose: (button, _box, done) => {
      if (button !== 'confirm' || reason.value.trim()) done()
    },
  }).catch(() => false)
  return sure && reason.value.trim() ? reason.value.trim() : undefined
}
