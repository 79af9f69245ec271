import { session } from '@/session'

const OFFICERS = ['NAMING_OFFICER', 'ADMINISTRATOR']

/** Whether the role alone would let the reader change plates and signs somewhere. */
export function isOfficer(): boolean {
  return OFFICERS.includes(session.account.value?.role ?? '')
}

const PRINTERS = ['NAMING_OFFICER', 'REVIEWER', 'ADMINISTRATOR']

/** Whether the reader may have maps printed. */
export function mayPrint(): boolean {
  return PRINTERS.includes(session.account.value?.role ?? '')
}

/** Whether the reader may have plans printed of what lies in a division. */
export function mayPrintIn(divisionCode: string | undefined): boolean {
  return mayPrint() && (divisionCode ?? '').startsWith(session.account.value?.jurisdiction ?? '')
}

/** Whether the reader may change records of a division; the service decides, this only hides what it would refuse. */
export function mayEditIn(divisionCode: string | undefined): boolean {
  const { role, jurisdiction = '' } = session.account.value ?? {}
  return OFFICERS.includes(role ?? '') && (divisionCode ?? '').startsWith(jurisdiction)
}

/** The protection list is made by the county and above (《地名管理条例》 Art. 25). */
export function mayProtect(): boolean {
  const { role, jurisdiction = '' } = session.account.value ?? {}
  return OFFICERS.includes(role ?? '') && jurisdiction.length <= 6
}
