/** Line icons on a 24-unit grid, drawn with one stroke width so that they look like one family. */
export const icons = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM20.5 20.5 16 16',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  locate: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM12 2v4M12 18v4M2 12h4M18 12h4',
  layers: 'M12 3.5 3 8.5l9 5 9-5-9-5ZM3 12.5l9 5 9-5M3 16.5l9 5 9-5',
  extent: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  copy: 'M9 9h11v11H9ZM5.5 15H4V4h11v1.5',
  link: 'M10 14.2a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 9.8a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20.5c.5-3.7 3.8-5.5 8-5.5s7.5 1.8 8 5.5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.7v.1',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  left: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.2l3.5 2',
  DIVISION: 'M9 4 3.5 6.5v13L9 17l6 3 5.5-2.5v-13L15 7 9 4ZM9 4v13M15 7v13',
  PLACE: 'M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20',
  STREET: 'M8 3 4.5 21M16 3l3.5 18M12 4v3M12 10.5v3M12 17v3',
  DOOR_PLATE: 'M3 6.5h18v11H3ZM7 12h.1M17 12h.1M10 14.5v-5M14 14.5v-5M10 12h4',
  SHOP: 'M5.5 4h13L20.5 9c0 3-4.2 3-4.2 0 0 3-4.3 3-4.3 0 0 3-4.3 3-4.3 0 0 3-4.2 3-4.2 0L5.5 4ZM5 12v8h14v-8M10 20v-4.5h4V20',
  FACILITY: 'M3.5 9.5 12 4l8.5 5.5M3.5 20h17M6 10v10M10 10v10M14 10v10M18 10v10',
} as const

export type IconName = keyof typeof icons
